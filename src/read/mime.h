// Cuts a mail into its parts (RFC 5322, 2045–2047, 2231).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

inline constexpr std::size_t kMostMailParts = 500;
inline constexpr int kDeepestMail = 20;  // parts inside parts

struct MailHeader {
  std::string name;   // in lower case
  std::string value;  // unfolded
};

// A part that is no container, or a container with its parts.
struct MailPart {
  std::vector<MailHeader> headers;
  std::string type = "text/plain";  // in lower case
  std::string charset;
  std::string boundary;
  std::string filename;
  bool attached = false;        // "Content-Disposition: attachment"
  bool encoded = false;         // base64 or quoted-printable: lines are not those of the file
  std::string body;             // its bytes, decoded; empty for a container
  std::uint32_t line = 1;       // of the file, where the body begins
  std::vector<MailPart> parts;  // of a multipart
  bool cut_off = false;         // a multipart whose closing boundary is missing

  std::string header(std::string_view name) const;  // the first of that name; encoded words are decoded
};

// Fails (empty type) nowhere: what is no mail is a part without headers. Containers beyond the limits are
// kept as they are, with `too_many` set.
MailPart read_mail(std::string_view bytes, bool& too_many);

// Whether the bytes begin with the headers of a mail.
bool looks_like_mail(std::string_view head);

// "=?utf-8?q?Peer_worker?=" to "Peer worker"
std::string decode_words(std::string_view text);

}  // namespace peerscope
