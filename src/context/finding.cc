// The names of statuses, as reports print them.
#include "context/finding.h"

namespace peerscope {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::affirmed:
      return "affirmed";
    case Status::negated:
      return "negated";
    case Status::prohibited:
      return "prohibited";
    case Status::excluded_by_heading:
      return "excluded-by-heading";
    case Status::own_words:
      return "own-words";
    case Status::attributed:
      return "attributed";
    case Status::other_role:
      return "other-role";
    case Status::person_led:
      return "person-led";
    case Status::hypothetical:
      return "hypothetical";
    case Status::former:
      return "former";
    case Status::boilerplate:
      return "boilerplate";
    case Status::mention:
      return "mention";
  }
  return "";
}

}  // namespace peerscope
