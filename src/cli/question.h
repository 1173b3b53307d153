// What is asked in "can a peer remind people to take their meds?": the duty in it.
#pragma once
#include <string>
#include <string_view>

namespace peerscope {

// "Can a peer supporter remind people …?" and "to remind people …" become "remind people …". Text that is
// neither stays as it is.
std::string duty_in_question(std::string_view question);

}  // namespace peerscope
