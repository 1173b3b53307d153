// Makes the canary and listens to it.
#include "pdf/canary.h"

#include <string>
#include <vector>

#include "pdf/extract.h"

namespace peerscope::pdf {
namespace {

// The accent makes poppler convert between character sets, for which it opens files the first time.
constexpr const char* kWords[] = {"Canary,", "caf\xC3\xA9"};

std::string canary() {
  const std::string content = "BT /F 12 Tf 72 700 Td (Canary, caf\\351) Tj ET";
  const std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  std::string file = "%PDF-1.4\n", table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(file.size());
    table += offset.insert(0, 10 - offset.size(), '0') + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(file.size());
  return file + "xref\n0 " + count + "\n" + table + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" +
         start + "\n%%EOF\n";
}

}  // namespace

bool canary_sings() {
  const std::string file = canary();
  PdfRequest request;
  request.bytes = file;
  std::vector<std::string> words;
  const auto hear = [&](const PdfPage& page) {
    for (const PdfWord& word : page.words) words.push_back(word.text);
  };
  const PdfEnd end = extract(request, {hear, [](const PdfPicture&) {}});
  return end.outcome == PdfOutcome::read && !end.repaired &&
         words == std::vector<std::string>{kWords[0], kWords[1]};
}

}  // namespace peerscope::pdf
