// Words that were parted at the end of a line.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_lines.h"

namespace peerscope {

class PdfHyphens {
 public:
  // Learns the words of the document; `is_word` knows others.
  PdfHyphens(const std::vector<PdfLine>& lines, const std::function<bool(std::string_view)>& is_word);

  bool ends_in_hyphen(const PdfLine& line) const;
  // The line's last text as it goes before the next line's first: "medica-" becomes "medica" where
  // "medication" is a word, "peer-" stays where "peer-run" is one; where neither is known it becomes
  // "xeno-\n", and whoever cuts words judges.
  std::string_view end_of(std::string_view text, const PdfLine& next);

 private:
  bool known(const std::string& word) const;

  std::set<std::string, std::less<>> words_;
  const std::function<bool(std::string_view)>& is_word_;
  std::string made_;  // what end_of() answered with
};

}  // namespace peerscope
