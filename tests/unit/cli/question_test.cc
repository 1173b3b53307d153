// The duty in a question.
#include "cli/question.h"

#include <doctest/doctest.h>

using peerscope::duty_in_question;

TEST_CASE("questions, infinitives and plain duties") {
  CHECK(duty_in_question("Can a peer supporter remind people to take their meds?") ==
        "remind people to take their meds");
  CHECK(duty_in_question("should our peers drive people to court") == "drive people to court");
  CHECK(duty_in_question("Are peer specialists allowed to hold keys?") == "hold keys");
  CHECK(duty_in_question("to remind people") == "remind people");
  CHECK(duty_in_question("remind people to take their meds") == "remind people to take their meds");
  CHECK(duty_in_question("Can openers are bought") == "Can openers are bought");
  CHECK(duty_in_question("Peers must not drive people.") == "Peers must not drive people.");
  CHECK(duty_in_question("Can a peer?") == "Can a peer?");
}
