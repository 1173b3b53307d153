// Whole pages, tidy and untidy, and what they are cut into.
#include "document/segment.h"

#include "sheet.h"

using namespace peerscope;

TEST_CASE("headings, wrapped bullets, an exclusion and its end") {
  const auto document =
      cut("Main duties\n\n"
          "- Meets people at the door of the warm house and walks with\n"
          "  them to the bakery\n"
          "- Shares a meal. Washes up.\n\n"
          "Out of scope\n\n"
          "- Counting tablets\n"
          "- Reporting to the court\n\n"
          "The companion may be asked to help in the kitchen on Sundays.\n");
  CHECK(told(document) ==
        Told{"duties heading Main duties",
             "duties item Meets people at the door of the warm house and walks with them to the bakery",
             "duties item Shares a meal.", "duties item Washes up.", "exclusion heading Out of scope",
             "exclusion item Counting tablets", "exclusion item Reporting to the court",
             "unknown sentence The companion may be asked to help in the kitchen on Sundays."});
  CHECK(document.units[1].item == 1);
  CHECK(document.units[2].item == 2);
  CHECK(document.units[3].item == 2);
  CHECK(document.units[2].block == document.units[3].block);
  CHECK(document.units[1].block != document.units[2].block);
  CHECK(document.units[5].item == 1);
  CHECK(document.units[7].item == 0);
  CHECK(section_path(document, document.units[6].section) == std::vector<std::string>{"Out of scope"});
}

TEST_CASE("words are cut once, and each unit has its own") {
  const auto document = cut("Duties\n\n- Sits with guests\n- Doesn't drive\n");
  REQUIRE(document.units.size() == 3);
  std::uint32_t next = 0;
  for (const Unit& unit : document.units) {
    CHECK(unit.first_word == next);
    next = unit.end_word;
    for (auto i = unit.first_word; i < unit.end_word; ++i) {
      CHECK(document.words[i].span.begin >= unit.span.begin);
      CHECK(document.words[i].span.end <= unit.span.end);
    }
  }
  CHECK(next == document.words.size());
  CHECK(document.units[2].end_word - document.units[2].first_word == 3);  // does n't drive
}

TEST_CASE("no headings at all") {
  CHECK(told(cut("We want a companion for the house on Mill Lane. You keep people company.\nCall Rosa if you "
                 "like.\n")) == Told{"unknown sentence We want a companion for the house on Mill Lane.",
                                     "unknown sentence You keep people company.",
                                     "unknown sentence Call Rosa if you like."});
}

TEST_CASE("headings run into their text, facts beside them") {
  CHECK(told(cut("JOB SUMMARY: The companion sits with guests overnight and\n"
                 "listens. Companions have been guests themselves.\n"
                 "Qualifications: Individuals must have been guests.\n"
                 "Reports to: Clinical Director\n"
                 "Duties: Greets guests and makes tea. Searches bags.\n"
                 "Salary: $20/hr\n"
                 "FLSA: Non-exempt\n")) ==
        Told{"summary heading JOB SUMMARY",
             "summary sentence The companion sits with guests overnight and listens.",
             "summary sentence Companions have been guests themselves.",
             "qualifications heading Qualifications",
             "qualifications sentence Individuals must have been guests.",
             "qualifications fact Reports to: Clinical Director", "duties heading Duties",
             "duties sentence Greets guests and makes tea.", "duties sentence Searches bags.",
             "duties fact Salary: $20/hr", "duties fact FLSA: Non-exempt"});
}

TEST_CASE("a fact knows where its key ends") {
  const auto document = cut("Peer Companion\n\nReports to: Clinical Director\nJob ID: 20771\n");
  REQUIRE(document.units.size() == 3);
  const Unit& fact = document.units[1];
  CHECK(fact.type == UnitType::key_value);
  CHECK(slice(document.text, {fact.span.begin, fact.key_end}) == "Reports to");
  CHECK(document.units[0].key_end == 0);
}

TEST_CASE("a sentence with a colon is no fact") {
  CHECK(told(cut("We made piles: now, later, and never. Her hearing went well: they gave in.\n")) ==
        Told{"unknown sentence We made piles: now, later, and never.",
             "unknown sentence Her hearing went well: they gave in."});
}

TEST_CASE("Windows line ends") {
  CHECK(told(cut("Duties\r\n\r\n- Walks with people\r\n  to the shop\r\n\r\nWhat this job is not\r\n\r\n- "
                 "Room searches\r\n")) ==
        Told{"duties heading Duties", "duties item Walks with people to the shop",
             "exclusion heading What this job is not", "exclusion item Room searches"});
}

TEST_CASE("headings without empty lines, and a sentence that opens a list") {
  CHECK(told(cut("Peer Companion\nKey Responsibilities\n- Sits with guests\n- Plays cards\nPeers do not:\n- "
                 "give out tablets\n"
                 "- search rooms\nMinimum Qualifications\n- Own experience\nWorking Conditions\nNights and "
                 "weekends. Stairs.\n")) ==
        Told{"unknown heading Peer Companion", "duties heading Key Responsibilities",
             "duties item Sits with guests", "duties item Plays cards",
             "duties sentence Peers do not:", "exclusion item give out tablets",
             "exclusion item search rooms", "qualifications heading Minimum Qualifications",
             "qualifications item Own experience", "boilerplate heading Working Conditions",
             "boilerplate sentence Nights and weekends.", "boilerplate sentence Stairs."});
}

TEST_CASE("a list opened at a paragraph's end is over with the next paragraph") {
  const auto document =
      cut("Duties\n\nCompanions share the day. They keep no files. The companion will not:\n"
          "  - carry keys\n  - sign plans\n     and reviews\n"
          "Companions take part in the house meeting.\n");
  CHECK(told(document) == Told{"duties heading Duties", "duties sentence Companions share the day.",
                               "duties sentence They keep no files.",
                               "duties sentence The companion will not:", "exclusion item carry keys",
                               "exclusion item sign plans and reviews",
                               "duties sentence Companions take part in the house meeting."});
  CHECK(document.sections[document.units[4].section].stem);
  CHECK(document.sections[document.units[4].section].title == "The companion will not");
}

TEST_CASE("a stem that rules nothing out has the role of its section") {
  const auto document =
      cut("Duties\n\nDuties may include, but are not limited to, the following:\n- Sits with guests\n");
  CHECK(told(document).lines.back() == "duties item Sits with guests");
  CHECK(told(cut("Benefits\n\nOn their birthday everybody gets:\n- cake\n")).lines.back() ==
        "boilerplate item cake");
  CHECK(told(cut("About us\n\nWe are small.\n\nEach cadet will:\n- sit with guests\n")).lines.back() ==
        "duties item sit with guests");
}

TEST_CASE("nested stems end where their items do") {
  CHECK(told(cut(
            "Responsibilities:\n1. Supports guests by:\n   a) listening\n   b) walking along\n2. Does not:\n"
            "   a) count tablets\n   b) search rooms\n3. Attends the house meeting.\n")) ==
        Told{"duties heading Responsibilities", "duties item Supports guests by:", "duties item listening",
             "duties item walking along", "duties item Does not:", "exclusion item count tablets",
             "exclusion item search rooms", "duties item Attends the house meeting."});
}

TEST_CASE("an exclusion outlives neither twenty-five items nor a heading") {
  std::string text = "Out of scope\n\n";
  for (int i = 0; i < 30; ++i) text += "- One more thing\n";
  const auto document = cut(text);
  CHECK(told(document).lines[25] == "exclusion item One more thing");
  CHECK(told(document).lines[26] == "unknown item One more thing");
}

TEST_CASE("the whole text in capitals") {
  CHECK(told(cut("PEER COMPANION\nDUTIES:\nTHE COMPANION SITS WITH GUESTS AND LISTENS TO THEM AT ANY HOUR OF "
                 "THE DAY OR NIGHT.\n"
                 "SHE GOES ALONG TO THE CLINIC IF A GUEST ASKS FOR IT AND WAITS OUTSIDE UNTIL IT IS DONE.\n"
                 "THE COMPANION WILL NOT:\n- GIVE OUT TABLETS\nQUALIFICATIONS:\nOWN EXPERIENCE OF CRISIS AND "
                 "A CALM VOICE AT NIGHT.\n")) ==
        Told{"unknown heading PEER COMPANION", "duties heading DUTIES",
             "duties sentence THE COMPANION SITS WITH GUESTS AND LISTENS TO THEM AT ANY HOUR OF THE DAY OR "
             "NIGHT.",
             "duties sentence SHE GOES ALONG TO THE CLINIC IF A GUEST ASKS FOR IT AND WAITS OUTSIDE UNTIL IT "
             "IS DONE.",
             "duties sentence THE COMPANION WILL NOT:", "exclusion item GIVE OUT TABLETS",
             "qualifications heading QUALIFICATIONS",
             "qualifications sentence OWN EXPERIENCE OF CRISIS AND A CALM VOICE AT NIGHT."});
}

TEST_CASE("an outline of Roman numerals, letters and numbers") {
  CHECK(
      told(cut(
          "I. Definition\nKeeps people company and speaks up with them.\n\nII. Examples of Work\nA. Company\n"
          "1. Sits with people in the day room.\n2. Goes for walks\nB. Rights\n3. Explains how to "
          "complain.\n\n"
          "III. Limits of the Position\n1. Does not drive people.\n")) ==
      Told{"summary heading Definition", "summary sentence Keeps people company and speaks up with them.",
           "duties heading Examples of Work", "duties heading Company",
           "duties item Sits with people in the day room.", "duties item Goes for walks",
           "duties heading Rights", "duties item Explains how to complain.",
           "exclusion heading Limits of the Position", "exclusion item Does not drive people."});
}

TEST_CASE("an outline run into one paragraph") {
  CHECK(told(cut("Requirements\n\nA) Own experience of crisis. B) A calm voice, e.g. on the phone. C) Two "
                 "references.\n")) ==
        Told{"qualifications heading Requirements", "qualifications item Own experience of crisis.",
             "qualifications item A calm voice, e.g. on the phone.", "qualifications item Two references."});
}

TEST_CASE("en dashes, bullets without lines, double spaces") {
  CHECK(told(cut("Main duties\n\n– Meets  people\n– Walks   along\n")) ==
        Told{"duties heading Main duties", "duties item Meets people", "duties item Walks along"});
  CHECK(told(cut("Duties include: • Sits with guests • Plays cards\nThe role is not: • driving • searching "
                 "rooms\n")) == Told{"duties heading Duties include", "duties item Sits with guests",
                                     "duties item Plays cards", "exclusion heading The role is not",
                                     "exclusion item driving", "exclusion item searching rooms"});
}

TEST_CASE("lines without bullets under a heading and under a stem") {
  CHECK(told(cut("What you will do\nSit with guests in the day room\nPlay cards and listen\n\nPeers will "
                 "not\nCount tablets\n"
                 "Search rooms\n\nBenefits\nHealth insurance and a warm kitchen.\n")) ==
        Told{"duties heading What you will do", "duties sentence Sit with guests in the day room",
             "duties sentence Play cards and listen", "duties sentence Peers will not",
             "exclusion sentence Count tablets", "exclusion sentence Search rooms",
             "boilerplate heading Benefits", "boilerplate sentence Health insurance and a warm kitchen."});
}

TEST_CASE("one line is text, whatever it looks like") {
  CHECK(told(cut("Monitors Medication")) == Told{"unknown sentence Monitors Medication"});
  CHECK(told(cut("DRIVES CLIENTS TO COURT\n")) == Told{"unknown sentence DRIVES CLIENTS TO COURT"});
  CHECK(told(cut("Plan")) == Told{"unknown sentence Plan"});
}

TEST_CASE("short lines without bullets are not taken for headings") {
  const auto document =
      cut("Duties\n\nMonitors medication\n\nAssists guests with daily living and rides to every appointment "
          "in town\n\n"
          "Provide Rides\n\nAttends the house meeting and takes the minutes whenever it is asked for\n");
  for (std::size_t i = 1; i < document.units.size(); ++i) CHECK(document.units[i].type == UnitType::sentence);
}

TEST_CASE("Markdown signs in plain text, and underlines") {
  CHECK(told(cut("## Duties\n* Sits with guests\n\n**What we will never ask**\n* Counting "
                 "tablets\n\n__Requirements__\nOwn experience.\n")) ==
        Told{"duties heading Duties", "duties item Sits with guests",
             "exclusion heading What we will never ask", "exclusion item Counting tablets",
             "qualifications heading Requirements", "qualifications sentence Own experience."});
  CHECK(told(cut("Peer Companion\n==============\n\nDuties\n------\nSits with guests.\n\nNot part of the "
                 "job\n~~~~~~~~~\nCounting tablets\n")) ==
        Told{"unknown heading Peer Companion", "duties heading Duties", "duties sentence Sits with guests.",
             "exclusion heading Not part of the job", "exclusion sentence Counting tablets"});
}

TEST_CASE("another role's work, and work with other roles") {
  CHECK(told(cut("Nurse responsibilities\n- Gives out tablets\n\nPeer responsibilities\n- Sits with "
                 "guests\n\nWhat clinicians do\n- Assess risk\n\n"
                 "Working with clinicians\n- Shares an office with them.\n")) ==
        Told{"other-role heading Nurse responsibilities", "other-role item Gives out tablets",
             "duties heading Peer responsibilities", "duties item Sits with guests",
             "other-role heading What clinicians do", "other-role item Assess risk",
             "team heading Working with clinicians", "team item Shares an office with them."});
}

TEST_CASE("a deeper heading that names no role inherits, one of the same rank does not") {
  CHECK(told(cut("ESSENTIAL FUNCTIONS\n\nDay room\n\n- Sits with guests\n\nWORKING "
                 "CONDITIONS\n\nStairs.\n\nKITCHEN\n\nWe all cook.\n")) ==
        Told{"duties heading ESSENTIAL FUNCTIONS", "duties heading Day room", "duties item Sits with guests",
             "boilerplate heading WORKING CONDITIONS", "boilerplate sentence Stairs.",
             "unknown heading KITCHEN", "unknown sentence We all cook."});
}

TEST_CASE("two columns are told of and never mixed") {
  const auto document =
      cut("Duties                             Requirements\n"
          "Sits with guests in the day room   Own experience of crisis\n"
          "Plays cards and drinks tea         No diploma needed\n"
          "Walks along to the clinic          Able to climb stairs\n"
          "Goes to the house meeting          Calm at night\n"
          "Helps write letters                Speaks some Spanish\n");
  CHECK(told(document).lines[2] == "unknown cell Sits with guests in the day room");
  CHECK(told(document).lines[3] == "unknown cell Own experience of crisis");
  CHECK(document.units.size() == 12);
  REQUIRE(document.notes.size() == 1);
  CHECK_FALSE(document.notes[0].incomplete);
}

TEST_CASE("text with an empty line after every line") {
  CHECK(told(cut("Duties\n\nThe companion sits with guests and listens to what they\n\nwould like to tell. "
                 "Companions were once guests and\n\n"
                 "know the house. They cook on Sundays with whoever would\n\nlike to join them in the "
                 "kitchen.\n\nBenefits\n\n"
                 "Soup and bread for everybody who works in the house, and\n\na day off on the "
                 "birthday.\n\nNobody works at night.\n")) ==
        Told{"duties heading Duties",
             "duties sentence The companion sits with guests and listens to what they would like to tell.",
             "duties sentence Companions were once guests and know the house.",
             "duties sentence They cook on Sundays with whoever would like to join them in the kitchen.",
             "boilerplate heading Benefits",
             "boilerplate sentence Soup and bread for everybody who works in the house, and a day off on the "
             "birthday.",
             "boilerplate sentence Nobody works at night."});
}

TEST_CASE("a note with a block of billing lines") {
  const auto document =
      cut("Date: 05/06/2024   Start: 9:00\nClient: J. D.\nService code: H0038\nPlace: Library\n\n"
          "Jo and I read the paper. She said, \"I'm done with it. It makes me tired.\" I said that I knew "
          "the feeling.\n\n"
          "Plan: We meet again on Friday.\n\n"
          "Date: 05/13/2024   Start: 9:30\nClient: J. D.\n\nJo told me about her sister, and I told her "
          "about mine. We walked.\n");
  CHECK(recognise_kind(document) == DocumentKind::progress_note);
  CHECK(told(document) == Told{"header fact Date: 05/06/2024 Start: 9:00", "header fact Client: J. D.",
                               "header fact Service code: H0038", "header fact Place: Library",
                               "narrative sentence Jo and I read the paper.",
                               "narrative sentence She said, \"I'm done with it. It makes me tired.\"",
                               "narrative sentence I said that I knew the feeling.", "plan heading Plan",
                               "plan sentence We meet again on Friday.",
                               "header fact Date: 05/13/2024 Start: 9:30", "header fact Client: J. D.",
                               "narrative sentence Jo told me about her sister, and I told her about mine.",
                               "narrative sentence We walked."});
}

TEST_CASE("entries of a log, with labels of one letter") {
  CHECK(told(cut("Contact 1   05/04   R.M.   Under the bridge\nD: Found Rosa with her cats. She told me "
                 "about the bus.\nA: She is well.\n"
                 "P: We meet on Monday.\n\nContact 2   05/06   D.K.   Shelter\nD: Dwayne told me that he had "
                 "slept. He laughed.\n")) ==
        Told{"narrative heading Contact 1 05/04 R.M. Under the bridge", "narrative heading D",
             "narrative sentence Found Rosa with her cats.", "narrative sentence She told me about the bus.",
             "narrative heading A", "narrative sentence She is well.", "plan heading P",
             "plan sentence We meet on Monday.", "narrative heading Contact 2 05/06 D.K. Shelter",
             "narrative heading D", "narrative sentence Dwayne told me that he had slept.",
             "narrative sentence He laughed."});
}

TEST_CASE("a log of one line each is text") {
  const auto document =
      cut("05/04 - pt refused tablets\n05/05 - pt told me he was tired\n05/06 - pt said he slept\n");
  for (const Unit& unit : document.units) CHECK(unit.type == UnitType::sentence);
}

TEST_CASE("a section given from outside") {
  Document document = sheet("Count tablets");
  document.given_section = "What this job is not";
  document = cut(std::move(document));
  CHECK(told(document) == Told{"exclusion sentence Count tablets"});
  CHECK(document.sections[0].title == "What this job is not");
  CHECK(document.sections[0].heading == Span{});
}

TEST_CASE("blocks of a format: headings with levels, items with depth") {
  Document document;
  add_block(document, BlockType::heading, "Out of scope", 2);
  add_block(document, BlockType::heading, "In the kitchen", 3);
  add_block(document, BlockType::item, "Counting knives", 1);
  add_block(document, BlockType::item, "Locking drawers", 2);
  add_block(document, BlockType::heading, "Duties", 2);
  add_block(document, BlockType::paragraph, "Peers do not:");
  add_block(document, BlockType::paragraph, "Drive people");
  add_block(document, BlockType::paragraph, "Write reports");
  add_block(document, BlockType::paragraph, "The companion cooks on Sundays.");
  document = cut(std::move(document));
  CHECK(told(document) ==
        Told{"exclusion heading Out of scope", "exclusion heading In the kitchen",
             "exclusion item Counting knives", "exclusion item Locking drawers", "duties heading Duties",
             "duties sentence Peers do not:", "exclusion sentence Drive people",
             "exclusion sentence Write reports", "duties sentence The companion cooks on Sundays."});
  CHECK(document.units[3].depth == 2);
  CHECK(document.units[3].item == 1);
  CHECK(section_path(document, document.units[2].section) ==
        std::vector<std::string>{"Out of scope", "In the kitchen"});
}

TEST_CASE("facts line by line in one paragraph, and a bold line") {
  Document document;
  add_block(document, BlockType::paragraph,
            "Company: Mill House\nSalary: $20 an hour\nHours: 30 a week, some evenings");
  add_block(document, BlockType::paragraph, "What you will do");
  document.blocks.back().bold = true;
  add_block(document, BlockType::paragraph, "Sits with guests in the day room and\nlistens to them.");
  document = cut(std::move(document));
  CHECK(told(document) == Told{"unknown fact Company: Mill House", "unknown fact Salary: $20 an hour",
                               "unknown fact Hours: 30 a week, some evenings",
                               "duties heading What you will do",
                               "duties sentence Sits with guests in the day room and listens to them."});
}

TEST_CASE("a table's first cell heads its row and no other") {
  Document document;
  const auto cell = [&](std::uint32_t row, std::uint32_t number, std::string_view text) {
    Origin origin;
    origin.begin = static_cast<std::uint32_t>(document.text.size());
    origin.place.table = 1;
    origin.place.row = row;
    origin.place.cell = number;
    document.origins.push_back(origin);
    add_block(document, BlockType::cell, text);
  };
  cell(1, 1, "Qualifications");
  cell(1, 2, "Own experience of crisis and a calm voice.");
  cell(2, 1, "Sits with guests");
  cell(2, 2, "every day of the week");
  document = cut(std::move(document));
  CHECK(told(document) == Told{"qualifications heading Qualifications",
                               "qualifications cell Own experience of crisis and a calm voice.",
                               "unknown cell Sits with guests", "unknown cell every day of the week"});
  CHECK(document.units[0].block == document.units[1].block);
  CHECK(document.units[2].block == document.units[3].block);
  CHECK(document.units[1].block != document.units[2].block);
}

TEST_CASE("an empty document has one section and no units") {
  const auto document = cut("");
  CHECK(document.sections.size() == 1);
  CHECK(document.units.empty());
  CHECK(recognise_kind(document) == DocumentKind::unknown);
}

TEST_CASE("blocks without words leave no units") {
  Document document;
  for (const BlockType type :
       {BlockType::line, BlockType::paragraph, BlockType::heading, BlockType::item, BlockType::cell})
    add_block(document, type, " ");
  add_block(document, BlockType::paragraph, "Tea is ready.");
  CHECK(told(cut(std::move(document))) == Told{"unknown sentence Tea is ready."});
}

TEST_CASE("kinds are recognised, and doubt is said") {
  CHECK(recognise_kind(cut("Peer Companion\n\nDuties\n\n- Sits with guests\n\nQualifications\n\n- Own "
                           "experience\n\nBenefits\n\nSoup.\n")) == DocumentKind::job_description);
  CHECK(recognise_kind(cut("Subjective: Pt told me she is tired.\nObjective: Met at noon.\nAssessment: Pt "
                           "stable. Denies SI.\nPlan: See pt in 1 wk.\n")) == DocumentKind::progress_note);
  CHECK(recognise_kind(cut("Visitor Policy\n\nPurpose\n\nThis policy says who may visit. Staff shall follow "
                           "the procedure.\n\nProcedure\n\n"
                           "Visitors shall sign in. The policy is revised each year.\n")) ==
        DocumentKind::policy);
  CHECK(
      recognise_kind(cut("Peer Companion\n\nOctober 17, 2024\n\nThe peer companion visits people at home if "
                         "they like, and helps a client to find a group.\n")) != DocumentKind::progress_note);
  CHECK(recognise_kind(
            cut("Companion on the outreach team\n\nListed on 2026-02-03\n\nTells of what helped in his/her "
                "own recovery, and speaks about his/her own ways through a bad week. He/she works with a "
                "client at his/her pace.\n")) != DocumentKind::progress_note);
  CHECK(recognise_kind(cut("The weather was fine and the river low.\n")) == DocumentKind::unknown);
}
