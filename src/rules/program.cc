// Looks words up in the table of a program.
#include "rules/program.h"

namespace peerscope {

std::uint32_t hash_word(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::uint32_t word_id(const Program& program, std::string_view word) {
  if (program.table.empty()) return 0;
  const std::uint32_t hash = hash_word(word);
  const std::size_t mask = program.table.size() - 1;
  for (std::size_t at = hash & mask; program.table[at].id != 0; at = (at + 1) & mask) {
    const Program::Entry& entry = program.table[at];
    if (entry.hash == hash && std::string_view(program.pool.data() + entry.begin, entry.size) == word)
      return entry.id;
  }
  return 0;
}

}  // namespace peerscope
