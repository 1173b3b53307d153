// Writes small PDF files for tests: paragraphs set in Helvetica, wrapped as a word processor wraps them.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peerscope::test {

class PdfWriter {
 public:
  struct Look {
    double size = 11;
    bool bold = false;
    double left = 72, right = 540;  // where lines begin, and how far they may reach
    double first = 0;               // the first line begins so much further to the left: room for a bullet
    double before = 6;              // white space above
    bool justified = false;
  };

  PdfWriter() { new_page(); }

  void new_page() {
    pages_.emplace_back();
    y_ = 720;
  }

  // Text wrapped at the right margin, over the page's end if need be. WinAnsi, but "\x95" is the bullet.
  PdfWriter& paragraph(const std::string& text, const Look& look) {
    y_ -= look.before;
    std::string line;
    double left = look.left - look.first;
    for (const std::string& word : words_of(text)) {
      const std::string longer = line.empty() ? word : line + " " + word;
      if (!line.empty() && left + width(longer, look) > look.right) {
        put_line(line, left, look, true);
        line = word;
        left = look.left;
      } else {
        line = longer;
      }
    }
    put_line(line, left, look, false);
    return *this;
  }
  PdfWriter& paragraph(const std::string& text) { return paragraph(text, Look{}); }
  PdfWriter& heading(const std::string& text, double size = 15) {
    return paragraph(text, {size, true, 72, 540, 0, 12, false});
  }
  PdfWriter& item(const std::string& text, int depth = 1) { return item(text, depth, Look{}); }
  PdfWriter& item(const std::string& text, int depth, Look look) {
    look.left = 72 + 18.0 * depth;
    look.before = 2;
    y_ -= look.before + 1.2 * look.size;
    if (y_ < 72) new_page(), y_ -= 1.2 * look.size;
    put("\x95", look.left - 14, y_, look);
    y_ += 1.2 * look.size + look.before;
    return paragraph(text, look);
  }

  // A line anywhere: points from the lower left corner.
  PdfWriter& put(const std::string& text, double x, double y, const Look& look) {
    pages_.back() += "BT /" + std::string(look.bold ? "B " : "R ") + number(look.size) + " Tf " + number(x) +
                     " " + number(y) + " Td (" + escaped(text) + ") Tj ET\n";
    return *this;
  }
  PdfWriter& put(const std::string& text, double x, double y) { return put(text, x, y, Look{}); }
  // Drawing commands of any sort on this page.
  PdfWriter& draw(const std::string& commands) {
    pages_.back() += commands + "\n";
    return *this;
  }
  // Lets the text that comes next begin at this height.
  void move_to(double y) { y_ = y; }
  // Objects that pages can name: "/X0 9 0 R" in `resources`. The first has number `first_extra`.
  static constexpr int first_extra = 3;
  std::vector<std::string> extras;
  std::string resources;

  std::string file() const {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", ""};
    for (const std::string& extra : extras) objects.push_back(extra);
    const std::size_t fonts = objects.size() + 1;
    for (const char* name : {"Helvetica", "Helvetica-Bold"})
      objects.push_back("<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/" + std::string(name) +
                        ">>");
    std::string kids;
    for (const std::string& content : pages_) {
      kids += std::to_string(objects.size() + 1) + " 0 R ";
      objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents " +
                        std::to_string(objects.size() + 2) + " 0 R/Resources<<" + resources + "/Font<</R " +
                        std::to_string(fonts) + " 0 R/B " + std::to_string(fonts + 1) + " 0 R>>>>>>");
      objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
                        "\nendstream");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>";
    return file_of(objects, "");
  }

  // Objects with their table; `trailer` is added to its trailer.
  static std::string file_of(const std::vector<std::string>& objects, const std::string& trailer) {
    std::string file = "%PDF-1.4\n", table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      std::string offset = std::to_string(file.size());
      table += offset.insert(0, 10 - offset.size(), '0') + " 00000 n \n";
      file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1), start = std::to_string(file.size());
    return file + "xref\n0 " + count + "\n" + table + "trailer<</Size " + count + "/Root 1 0 R" + trailer +
           ">>\nstartxref\n" + start + "\n%%EOF\n";
  }

  static double width(const std::string& utf8, const Look& look) {
    const std::string text = winansi(utf8);
    // Of Helvetica, from the space on, in thousandths; the bold face is a little wider.
    static constexpr std::array<int, 95> kWidths{
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
        611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
        667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
        222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
    double sum = 0;
    for (const char c : text) {
      const auto at = static_cast<std::size_t>(static_cast<unsigned char>(c)) - 32;
      sum += at < kWidths.size() ? kWidths[at] : 556;
    }
    return sum / 1000 * look.size * (look.bold ? 1.06 : 1);
  }

 private:
  static std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) words.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return words;
  }

  // UTF-8 to WinAnsi, as far as tests write it; what is already one byte stays.
  static std::string winansi(std::string text) {
    static const std::array<std::pair<std::string_view, char>, 8> kMarks{{{"\xE2\x80\x99", '\x92'},
                                                                          {"\xE2\x80\x98", '\x91'},
                                                                          {"\xE2\x80\x9C", '\x93'},
                                                                          {"\xE2\x80\x9D", '\x94'},
                                                                          {"\xE2\x80\x93", '\x96'},
                                                                          {"\xE2\x80\x94", '\x97'},
                                                                          {"\xC2\xA7", '\xA7'},
                                                                          {"\xC3\xA9", '\xE9'}}};
    for (const auto& [mark, byte] : kMarks) {
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        text.replace(at, mark.size(), 1, byte);
    }
    return text;
  }

  static std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : winansi(text)) {
      if (c == '(' || c == ')' || c == '\\') safe += '\\';
      safe += c;
    }
    return safe;
  }

  static std::string number(double value) {
    std::string text = std::to_string(value);
    return text.substr(0, text.find('.') + 3);
  }

  void put_line(const std::string& line, double left, const Look& look, bool full) {
    y_ -= 1.2 * look.size;
    if (y_ < 72) new_page(), y_ -= 1.2 * look.size;
    const auto spaces = static_cast<double>(std::count(line.begin(), line.end(), ' '));
    const bool stretched = look.justified && full && spaces > 0;
    if (stretched) draw(number((look.right - left - width(line, look)) / spaces) + " Tw");
    put(line, left, y_, look);
    if (stretched) draw("0 Tw");
  }

  std::vector<std::string> pages_;
  double y_ = 720;
};

}  // namespace peerscope::test
