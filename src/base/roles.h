// What a section of a document is for. The headings that name each role stand in rules/context/sections.yaml.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

enum class Role : std::uint8_t {
  unknown,         // no heading, or one that tells nothing: read as duties, with medium confidence
  summary,         // position summary, nature of work
  duties,          // what the peer is to do
  exclusion,       // "The role is not", "Peers do not:", "Outside the scope"
  other_role,      // "Nurse responsibilities"
  values,          // values, principles, approach
  team,            // the team, working relationships
  supervision,     // reports to, supervision received
  qualifications,  // what the person must bring
  interview,       // interview questions, scenarios
  background,      // what used to be
  about,           // about us, the agency, the programme, whom it serves
  pay,             // salary, compensation
  boilerplate,     // EEO, benefits, physical demands, legal, how to apply
  narrative,       // of a note: what happened
  plan,            // of a note: what comes next
  header,          // of a note: date, place, billing code, signature
};

std::string_view name_of(Role role);            // "other-role"
bool role_named(std::string_view name, Role&);  // false where no role has that name

// One row of sections.yaml: a heading that contains one of the phrases (whole words; a trailing * matches any
// ending, a leading ^ and a trailing $ tie the phrase to the heading's begin and end), and none of `unless`,
// has this role. Rows are tried in order; the first that fits wins.
struct HeadingRow {
  Role role = Role::unknown;
  std::vector<std::string> contains;
  std::vector<std::string> unless;
};
using HeadingTable = std::vector<HeadingRow>;

}  // namespace peerscope
