// SHA-256: names for contents, which nobody can make two contents share.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace peerscope {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  std::string hex();  // of all that was added; it begins anew afterwards

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace peerscope
