// Says of an Office file in the old binary container what it is and what to do about it.
#include <string>
#include <string_view>

#include "read/format.h"

namespace peerscope {

namespace {

// The container's folder writes names in UTF-16: "W\0o\0r\0d\0".
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

}  // namespace

void read_old_office(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  if (has_stream(*whole, "EncryptedPackage")) {
    return refuse(input, each, "is protected by a password",
                  "Open it in Word, take the password off (File, Info, Protect Document), and save a copy.");
  }
  if (has_stream(*whole, "WordDocument")) {
    return refuse(input, each, "is a Word file of the old .doc kind, which is not supported",
                  "Open it in Word or LibreOffice and save it as .docx.");
  }
  if (has_stream(*whole, "Workbook") || has_stream(*whole, "PowerPoint Document")) {
    return refuse(input, each, "is an old Excel or PowerPoint file, not a text document",
                  "Copy its text to a Word document or a .txt file.");
  }
  if (has_stream(*whole, "__substg1.0_")) {
    return refuse(input, each, "is an Outlook message (.msg), which is not supported",
                  "Open it in Outlook, and save it as .eml or as text.");
  }
  refuse(input, each, "is named or stored like an old Office file, but no Word text was found in it",
         "Open it in Word or LibreOffice and save it as .docx.");
}

}  // namespace peerscope
