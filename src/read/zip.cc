// The doorkeeper of libzip: counts what it inflates and trusts no size that an archive claims.
#include "read/zip.h"

#include <zip.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace peerscope {

namespace {

Error zip_error_of(std::string message, std::string remedy) {
  return {std::move(message), {}, 0, 0, std::move(remedy), {}};
}

Error damaged() {
  return zip_error_of("is damaged or cut off",
                      "Open it in the program that made it and save a new copy, or send for the file again.");
}

Error too_large() {
  return zip_error_of("unpacks to more than can be read safely",
                      "Save it without pictures, or copy its text to a new document.");
}

std::string folded(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::replace(lower.begin(), lower.end(), '\\', '/');
  return lower;
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::Inside {
  zip_t* archive = nullptr;
  ZipLimits limits;
  std::vector<std::string> names;
  std::map<std::string, zip_uint64_t> index;  // by folded name
  std::size_t taken = 0;                      // bytes inflated so far

  ~Inside() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
  auto inside = std::make_unique<Inside>();
  inside->limits = limits;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return fail(damaged());
  inside->archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (inside->archive == nullptr) {
    zip_source_free(source);
    return fail(damaged());
  }
  const zip_int64_t count = zip_get_num_entries(inside->archive, 0);
  if (count < 0) return fail(damaged());
  if (static_cast<std::size_t>(count) > limits.entries) return fail(too_large());
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const char* name = zip_get_name(inside->archive, i, ZIP_FL_ENC_RAW);
    if (name == nullptr) return fail(damaged());
    inside->names.emplace_back(name);
    if (!inside->index.emplace(folded(name), i).second) {
      // Two programs could show two texts of one file: which did its author mean?
      return fail(zip_error_of("holds the same part twice, so that it is not clear which one counts",
                               "Open it in the program that made it and save a new copy."));
    }
  }
  return ZipArchive(std::move(inside));
}

bool ZipArchive::has(std::string_view name) const { return inside_->index.contains(folded(name)); }

const std::vector<std::string>& ZipArchive::names() const { return inside_->names; }

Result<std::optional<std::string>> ZipArchive::read(std::string_view name) {
  const auto found = inside_->index.find(folded(name));
  if (found == inside_->index.end()) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(inside_->archive, found->second, 0));
  if (file == nullptr) {
    if (zip_error_code_zip(zip_get_error(inside_->archive)) == ZIP_ER_NOPASSWD) {
      return fail(zip_error_of("is protected by a password", "Take the password off and save a copy."));
    }
    return fail(damaged());
  }
  std::string bytes;
  std::string piece(1U << 16U, '\0');
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) return fail(damaged());
    if (got == 0) return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
    inside_->taken += static_cast<std::size_t>(got);
    if (bytes.size() > inside_->limits.part || inside_->taken > inside_->limits.total)
      return fail(too_large());
  }
}

}  // namespace peerscope
