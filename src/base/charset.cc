// The doorkeeper of ICU's converters.
#include "base/charset.h"

#include <unicode/ucnv.h>

#include <memory>

namespace peerscope {

namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

std::optional<std::string> from_charset(std::string_view bytes, std::string_view name) {
  if (name.empty() || name.size() > 60 || bytes.size() > (1U << 30U)) return std::nullopt;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(std::string(name).c_str(), &code));
  if (U_FAILURE(code) != 0 || converter == nullptr) return std::nullopt;
  if (bytes.empty()) return std::string();  // ICU would refuse a pointer to nothing
  std::string text(bytes.size() * 3 + 16, '\0');
  for (;;) {
    code = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const std::int32_t size =
        ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                           bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
    text.resize(static_cast<std::size_t>(size));
    if (code == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(code) != 0) return std::nullopt;
    return text;
  }
}

}  // namespace peerscope
