// embed-rules FOLDER OUT.cc: reads the packs while the program is built, and writes them as constant data.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "rules/archive.h"
#include "rules/image.h"
#include "rules/load.h"

namespace peerscope {
namespace {

// The bytes as a string literal, in lines of which each is a literal of its own. Every byte that is no plain
// letter, digit or space becomes three octal digits, which no following character can lengthen.
void write_literal(std::ostream& out, std::string_view name, std::string_view bytes) {
  constexpr std::size_t kLine = 64;
  out << "alignas(" << kAlignment << ") constexpr char " << name << "_bytes[] =\n";
  for (std::size_t begin = 0; begin < bytes.size(); begin += kLine) {
    out << "    \"";
    for (const char c : bytes.substr(begin, kLine)) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ') {
        out << c;
      } else {
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(c));
        out << '\\' << byte / 64 << byte / 8 % 8 << byte % 8;
      }
    }
    out << "\"\n";
  }
  out << "    ;\n";
  out << "static_assert(sizeof " << name << "_bytes == " << bytes.size() + 1 << ");\n";
}

void write_source(std::ostream& out, const std::string& rules, const std::string& files) {
  out << "// Written by embed-rules from the packs in rules/; changes belong there.\n"
         "#include \"rules/catalog_image.h\"\n\n"
         "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
         "namespace peerscope {\nnamespace {\n\n";
  write_literal(out, "rules", rules);
  write_literal(out, "files", files);
  out << "\n}  // namespace\n\n"
         "std::string_view embedded_rules() { return {rules_bytes, sizeof rules_bytes - 1}; }\n"
         "std::string_view embedded_files() { return {files_bytes, sizeof files_bytes - 1}; }\n\n"
         "}  // namespace peerscope\n";
}

// Paths inside the program begin with "rules/", wherever the folder stands on the machine that builds.
void shorten_paths(const std::string& folder, std::vector<RuleFile>& files) {
  std::size_t cut = folder.size();
  while (cut > 1 && folder[cut - 1] == '/') --cut;
  for (RuleFile& file : files) file.path = "rules" + file.path.substr(cut);
}

int embed(const std::string& folder, const std::string& target) {
  auto files = read_rule_folder(folder);
  if (!files) {
    std::cerr << describe(files.error());
    return 1;
  }
  shorten_paths(folder, *files);
  const auto loaded = load_rules(*files);
  if (!loaded) {
    std::cerr << describe(loaded.error()) << loaded.error().size() << " mistakes in the rule packs\n";
    return 1;
  }
  std::ofstream out(target, std::ios::binary);
  write_source(out, write_image(loaded->rules), write_files_image(*files));
  out.close();
  if (out) return 0;
  std::cerr << target << ": cannot be written\n";
  std::remove(target.c_str());
  return 1;
}

}  // namespace
}  // namespace peerscope

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: embed-rules FOLDER OUT.cc\n";
    return 2;
  }
  return peerscope::embed(argv[1], argv[2]);
}
