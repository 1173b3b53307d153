// Takes single files out of a zip archive in memory, within limits that no bomb gets past.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace peerscope {

struct ZipLimits {
  std::size_t entries = 10000;
  std::size_t part = 64U << 20U;    // bytes of one file in the archive
  std::size_t total = 128U << 20U;  // bytes of all that are taken out
};

class ZipArchive {
 public:
  // Borrows the bytes. Fails where they are damaged, cut off, hold too many entries or one name twice.
  static Result<ZipArchive> open(std::string_view bytes, const ZipLimits& limits = {});
  ZipArchive(ZipArchive&&) noexcept;
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ZipArchive& operator=(ZipArchive&&) = delete;

  bool has(std::string_view name) const;  // capitals and small letters are one, as Word has it
  // The file's bytes; nothing where the archive has none of that name.
  Result<std::optional<std::string>> read(std::string_view name);
  const std::vector<std::string>& names() const;

 private:
  struct Inside;
  explicit ZipArchive(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace peerscope
