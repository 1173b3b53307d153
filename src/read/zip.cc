// The doorkeeper of libzip: counts what it inflates and trusts no size that an archive claims. libzip brings
// OpenSSL along, whose loading is a third of the start of a program: so it is loaded with the first archive,
// not with peerscope.
#include "read/zip.h"

#include <dlfcn.h>
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

// What is asked of libzip.
struct Library {
  decltype(&::zip_source_buffer_create) source_buffer_create = nullptr;
  decltype(&::zip_source_free) source_free = nullptr;
  decltype(&::zip_open_from_source) open_from_source = nullptr;
  decltype(&::zip_discard) discard = nullptr;
  decltype(&::zip_get_num_entries) get_num_entries = nullptr;
  decltype(&::zip_get_name) get_name = nullptr;
  decltype(&::zip_fopen_index) fopen_index = nullptr;
  decltype(&::zip_fread) fread = nullptr;
  decltype(&::zip_fclose) fclose = nullptr;
  decltype(&::zip_get_error) get_error = nullptr;
  decltype(&::zip_error_code_zip) error_code_zip = nullptr;
  bool whole = true;

  Library() {
    void* handle = dlopen(PEERSCOPE_LIBZIP, RTLD_NOW | RTLD_LOCAL);
    const auto find = [&](const char* name, auto& function) {
      function = handle == nullptr ? nullptr
                                   : reinterpret_cast<std::decay_t<decltype(function)>>(dlsym(handle, name));
      whole = whole && function != nullptr;
    };
    find("zip_source_buffer_create", source_buffer_create);
    find("zip_source_free", source_free);
    find("zip_open_from_source", open_from_source);
    find("zip_discard", discard);
    find("zip_get_num_entries", get_num_entries);
    find("zip_get_name", get_name);
    find("zip_fopen_index", fopen_index);
    find("zip_fread", fread);
    find("zip_fclose", fclose);
    find("zip_get_error", get_error);
    find("zip_error_code_zip", error_code_zip);
  }
};

const Library& libzip() {
  static const Library library;
  return library;
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
  void operator()(zip_file_t* file) const { libzip().fclose(file); }
};

}  // namespace

struct ZipArchive::Inside {
  zip_t* archive = nullptr;
  ZipLimits limits;
  std::vector<std::string> names;
  std::map<std::string, zip_uint64_t> index;  // by folded name
  std::size_t taken = 0;                      // bytes inflated so far

  ~Inside() {
    if (archive != nullptr) libzip().discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
  if (!libzip().whole) {
    return fail(
        zip_error_of("cannot be unpacked: the library " PEERSCOPE_LIBZIP " is not installed",
                     "Install it (Debian: apt install libzip4), or save the document as plain text."));
  }
  auto inside = std::make_unique<Inside>();
  inside->limits = limits;
  zip_source_t* source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return fail(damaged());
  inside->archive = libzip().open_from_source(source, ZIP_RDONLY, nullptr);
  if (inside->archive == nullptr) {
    libzip().source_free(source);
    return fail(damaged());
  }
  const zip_int64_t count = libzip().get_num_entries(inside->archive, 0);
  if (count < 0) return fail(damaged());
  if (static_cast<std::size_t>(count) > limits.entries) return fail(too_large());
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const char* name = libzip().get_name(inside->archive, i, ZIP_FL_ENC_RAW);
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
  const std::unique_ptr<zip_file_t, CloseFile> file(libzip().fopen_index(inside_->archive, found->second, 0));
  if (file == nullptr) {
    if (libzip().error_code_zip(libzip().get_error(inside_->archive)) == ZIP_ER_NOPASSWD) {
      return fail(zip_error_of("is protected by a password", "Take the password off and save a copy."));
    }
    return fail(damaged());
  }
  std::string bytes;
  std::string piece(1U << 16U, '\0');
  for (;;) {
    const zip_int64_t got = libzip().fread(file.get(), piece.data(), piece.size());
    if (got < 0) return fail(damaged());
    if (got == 0) return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
    inside_->taken += static_cast<std::size_t>(got);
    if (bytes.size() > inside_->limits.part || inside_->taken > inside_->limits.total)
      return fail(too_large());
  }
}

}  // namespace peerscope
