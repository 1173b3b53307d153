// Reads a mail: its subject and its text as one document, each attached document as one of its own.
#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/mime.h"
#include "read/part.h"

namespace peerscope {

namespace {

// Pictures, sounds, dates, signatures: what nobody sends to be read, by its type or, where that tells
// nothing, its name.
bool is_no_document(const MailPart& it) {
  constexpr std::string_view kTypes =
      " text/calendar text/vcard text/x-vcard text/rfc822-headers application/ms-tnef "
      "message/delivery-status "
      "application/pgp-keys ";
  constexpr std::string_view kEndings = " png jpg jpeg gif bmp svg tif tiff mp3 wav mp4 mov ics vcf p7s asc ";
  const auto lists = [](std::string_view all, std::string_view one) {
    return all.find(" " + std::string(one) + " ") != std::string_view::npos;
  };
  for (const char* type : {"image/", "audio/", "video/"}) {
    if (it.type.starts_with(type)) return true;
  }
  std::string ending = it.filename.substr(it.filename.rfind('.') + 1);
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return it.type.ends_with("signature") || lists(kTypes, it.type) || lists(kEndings, ending);
}

class Mail {
 public:
  Mail(const Input& input, const EachDocument& each) : input_(input), each_(each) {}

  void read(const MailPart& mail) {
    text_ = new_document(input_);
    text_.date = mail.header("date");
    subject(decode_words(mail.header("subject")));
    part(mail);
    if (any_text_) {
      for (ReadingNote& note : notes_) text_.notes.push_back(std::move(note));
      each_(std::move(text_));
    } else if (attached_.empty() && failed_.empty()) {
      refuse(input_, each_, "is a mail that holds no text: nothing to assess",
             "Check that this is the file you meant.");
    }
    for (Errors& errors : failed_) each_(tl::unexpected(std::move(errors)));
    for (const MailPart* each : attached_) attachment(*each);
  }

 private:
  void subject(const std::string& words) {
    if (trim(words).empty()) return;
    Origin origin;
    origin.place.field = "Subject";
    text_.origins.push_back(origin);
    text_.text = std::string(trim(words));
    Block block;
    block.type = BlockType::heading;
    block.level = 1;
    block.span = {0, static_cast<std::uint32_t>(text_.text.size())};
    text_.blocks.push_back(block);
  }

  void part(const MailPart& it) {
    if (it.cut_off) note("The mail breaks off in the middle: its end is missing.", true);
    if (it.type == "multipart/encrypted" || it.type.ends_with("pkcs7-mime")) {
      failed_.push_back(
          {refusal(input_, "is an encrypted mail", "Open it in your mail program, and copy its text.")});
    } else if (it.type == "multipart/alternative") {
      alternative(it);
    } else if (it.type == "multipart/signed" || it.type == "multipart/related") {
      if (!it.parts.empty()) part(it.parts.front());
      for (std::size_t i = 1; i < it.parts.size(); ++i) aside(it.parts[i]);
    } else if (it.type.starts_with("multipart/")) {
      for (const MailPart& each : it.parts) part(each);
    } else if (is_text(it)) {
      add(text_of(it));
    } else {
      aside(it);
    }
  }

  static bool is_text(const MailPart& it) {
    const std::string_view format = format_of_type(it.type);
    const bool shown = format == "text" || format == "html" || format == "markdown";
    return shown && !it.attached && it.filename.empty();
  }

  // The same text twice: the plain one, unless it only says that the other one should be looked at.
  void alternative(const MailPart& it) {
    std::vector<Document> texts;
    for (const MailPart& each : it.parts) {
      if (is_text(each)) {
        if (auto text = text_of(each); !text.blocks.empty()) texts.push_back(std::move(text));
      } else if (each.type.starts_with("multipart/")) {
        // HTML with its pictures
        for (const MailPart& inner : each.parts) {
          if (!is_text(inner)) {
            aside(inner);
          } else if (auto text = text_of(inner); !text.blocks.empty()) {
            texts.push_back(std::move(text));
          }
        }
      }
    }
    if (texts.empty()) return;
    const auto longest =
        std::max_element(texts.begin(), texts.end(),
                         [](const Document& a, const Document& b) { return a.text.size() < b.text.size(); });
    const bool first_says_it = texts.front().text.size() * 3 >= longest->text.size() * 2;
    add(std::move(first_says_it ? texts.front() : *longest));
  }

  // What is left for a reader of its own, or told.
  void aside(const MailPart& it) {
    const bool picture = is_no_document(it);
    if (!picture && !trim(it.body).empty()) {
      attached_.push_back(&it);
    } else if (picture) {
      note("An attachment was not read, since it is no document: " +
               (it.filename.empty() ? it.type : it.filename) + ".",
           false);
    }
  }

  Document text_of(const MailPart& it) {
    Document text;
    Part inner{{}, std::string(format_of_type(it.type)), it.charset, {}};
    if (it.encoded) {
      inner.where.field = inner.format == "html" ? "HTML part" : "text part";
      inner.where.inside = true;
    }
    read_part(it.body, inner, input_, [&](Result<Document> read) {
      if (read) {
        text = std::move(*read);
      } else if (!trim(it.body).empty()) {
        failed_.push_back(std::move(read.error()));
      }
    });
    for (Origin& origin : text.origins) {
      if (!it.encoded && origin.place.line != 0) origin.place.line += it.line - 1;
    }
    return text;
  }

  void add(Document text) {
    if (text.blocks.empty()) return;
    any_text_ = true;
    append(text_, std::move(text));
  }

  void note(std::string message, bool incomplete) { notes_.push_back({std::move(message), incomplete, {}}); }

  void attachment(const MailPart& it) {
    const std::string name = it.filename.empty() ? it.type : it.filename;
    Part inner{it.filename, std::string(format_of_type(it.type)), it.charset, {}};
    if (it.filename.find('.') != std::string::npos && inner.format != "eml")
      inner.format.clear();  // the name tells more
    read_part(it.body, inner, input_, [&](Result<Document> read) {
      if (!read) {
        for (Error& error : read.error()) error.message = "its attachment \"" + name + "\" " + error.message;
        return each_(tl::unexpected(std::move(read.error())));
      }
      read->id = input_.path + ": " + (read->id == input_.path ? name : name + ": " + read->id);
      each_(std::move(*read));
    });
  }

  const Input& input_;
  const EachDocument& each_;
  Document text_;
  bool any_text_ = false;
  std::vector<ReadingNote> notes_;
  std::vector<Errors> failed_;
  std::vector<const MailPart*> attached_;
};

}  // namespace

void read_eml(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  bool too_many = false;
  const MailPart mail = read_mail(*whole, too_many);
  if (mail.headers.empty()) {
    return refuse(input, each, "is named like a mail but is none",
                  "If it is plain text, give --input-format text.");
  }
  if (too_many) {
    return refuse(input, each, "is a mail of too many parts to be read safely",
                  "Save the part that you mean from your mail program.");
  }
  Mail(input, each).read(mail);
}

}  // namespace peerscope
