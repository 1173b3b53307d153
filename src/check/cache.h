// What was found in a document, kept in a folder, so that the same document need not be checked again.
#pragma once
#include <atomic>
#include <optional>
#include <string>

#include "base/result.h"
#include "check/checker.h"

namespace peerscope {

// One file for each document, named by the SHA-256 of all that the result depends on: the document as it was
// read, the rules and the version of the program. It holds places and numbers of rules, and no text. Several
// processes may use a folder at once: an entry appears whole or not at all. One that is damaged, or of
// something else, is as good as none and is written anew. Who removes the folder loses nothing but time.
class Cache {
 public:
  // `identity` is what results depend on beside the document.
  Cache(std::string folder, std::string identity)
      : folder_(std::move(folder)), identity_(std::move(identity)) {}

  // Makes the folder; why it cannot be used.
  Result<void> prepare() const;

  // By any thread at any time.
  Checked check(const Checker& checker, Document document) const;

  // Why an entry could not be written; 0: all were.
  int failure() const { return failure_; }

 private:
  std::string key_of(const Document& document) const;
  void write(const std::string& key, const Checked& checked) const;

  std::string folder_, identity_;
  mutable std::atomic<int> failure_{0};
  mutable std::atomic<unsigned> written_{0};
};

}  // namespace peerscope
