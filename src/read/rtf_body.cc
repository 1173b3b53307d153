// Walks the groups of an RTF file with a stack of its own, so that no file can exhaust the program's.
#include "read/rtf_body.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

using Type = RtfToken::Type;

bool is_one_of(std::string_view name, std::string_view names) {
  return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

// Groups whose words are not the text of the page.
constexpr std::string_view kSilent =
    " colortbl info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn "
    "aftnsep aftnsepc aftncn filetbl revtbl template nonshppict objdata objclass objname fldinst xe tc tcn "
    "private nonesttables sp sn sv bkmkstart bkmkend atnid atnauthor annotation userprops xmlnstbl rsidtbl "
    "themedata colorschememapping latentstyles datastore generator ";
// Groups that are marked as skippable for old programs, and that hold text all the same.
constexpr std::string_view kKept = " shpinst do shpgrp ud moMath moMathPara mmath mr ";

}  // namespace

void RtfBody::read() {
  walk(0, {});
  end_paragraph();
  if (cut_off_) {
    builder_.document().notes.push_back({"The file breaks off in the middle: its end is missing.", true, {}});
  }
  note_left_out(builder_.document(), left_);
}

void RtfBody::walk(std::size_t begin, const Group& outer) {
  groups_.assign(1, outer);
  group_ = &groups_.back();
  RtfTokens tokens(source_, begin);
  for (;;) {
    const RtfToken token = tokens.next();
    switch (token.type) {
      case Type::open:
        open();
        break;
      case Type::close:
        if (!close()) return;
        break;
      case Type::word:
        word(tokens, token);
        break;
      case Type::symbol:
        symbol(token.text[0]);
        break;
      case Type::byte: {
        const char byte = static_cast<char>(token.number);
        add_bytes({&byte, 1});
        break;
      }
      case Type::text:
        add_bytes(token.text);
        break;
      case Type::end:
        cut_off_ = cut_off_ || groups_.size() > 1;
        flush();
        return;
    }
    if (too_deep_) return;
  }
}

void RtfBody::open() {
  flush();
  to_skip_ = 0;
  if (groups_.size() >= kDeepestRtf) {
    too_deep_ = true;
    return;
  }
  Group inner = *group_;
  inner.first = true;
  inner.star = false;
  if (group_->either) inner.part = Part::skipped;
  inner.either = false;
  groups_.push_back(inner);
  group_ = &groups_.back();
}

bool RtfBody::close() {
  flush();
  to_skip_ = 0;
  if (groups_.size() <= 1) return false;  // of the file, or of a note
  groups_.pop_back();
  group_ = &groups_.back();
  // The document's own group is closed: what follows is no part of it.
  return groups_.size() > 1 || inside_anchored_;
}

void RtfBody::word(RtfTokens& tokens, const RtfToken& token) {
  flush();
  if (token.text == "bin") {
    cut_off_ = !tokens.skip(static_cast<std::size_t>(std::max(token.number, 0))) || cut_off_;
    return;
  }
  const bool first = std::exchange(group_->first, false);
  if (first && destination(tokens, token)) return;
  if (first && group_->star && !is_one_of(token.text, kKept)) group_->part = Part::skipped;
  if (group_->part == Part::skipped) return;
  if (token.text == "u") return unicode(token.number);
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  if (!paragraph_word(token) && !look_word(token)) character_word(token);
}

// The first word of a group may say that the group is something else than text.
bool RtfBody::destination(RtfTokens& tokens, const RtfToken& token) {
  const std::string_view name = token.text;
  void (RtfTables::*table)(RtfTokens&) = name == "fonttbl"             ? &RtfTables::read_fonts
                                         : name == "stylesheet"        ? &RtfTables::read_styles
                                         : name == "listtable"         ? &RtfTables::read_lists
                                         : name == "listoverridetable" ? &RtfTables::read_overrides
                                                                       : nullptr;
  if (table != nullptr) {
    (tables_.*table)(tokens);
    close();
    return true;
  }
  if (name == "ud") {
    group_->part = groups_.size() > 2 ? groups_[groups_.size() - 3].part : Part::text;
    return true;
  }
  if (group_->part == Part::skipped) return true;
  if (name == "footnote" || name == "shptxt" || name == "dptxbxtext") {
    if (!inside_anchored_) pending_.push_back({tokens.at(), *group_});
    if (!inside_anchored_ || name == "footnote") group_->part = Part::skipped;
    return true;
  }
  if (name == "listtext" || name == "pntext") {
    marked_ = true;
    group_->part = Part::mark;
    return true;
  }
  if (name == "upr") {
    group_->either = true;
    return true;
  }
  if (name == "annotation") ++left_.comments;
  if (!is_one_of(name, kSilent)) return false;
  group_->part = Part::skipped;
  return true;
}

void RtfBody::add_bytes(std::string_view bytes) {
  group_->first = false;
  if (group_->part == Part::skipped) return;
  const std::size_t skipped = std::min(bytes.size(), static_cast<std::size_t>(std::max(to_skip_, 0)));
  to_skip_ -= static_cast<int>(skipped);
  bytes_ += bytes.substr(skipped);
}

void RtfBody::flush() {
  if (bytes_.empty()) return;
  const std::string bytes = std::exchange(bytes_, {});
  if (group_->encoding == "symbol") {
    std::string text;
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      append_code_point(text, byte < 0x80 ? byte : 0xF000U + byte);
    }
    return add(text);
  }
  const std::string_view encoding =
      !group_->encoding.empty() ? group_->encoding : std::string_view(encoding_);
  auto decoded = decode(bytes, encoding.empty() ? "windows-1252" : encoding);
  if (!decoded) decoded = decode(bytes, "windows-1252");
  left_.replaced += decoded->replaced > 0 ? 1 : 0;
  add(decoded->text);
}

void RtfBody::add(std::string_view text) {
  if (text.empty() || group_->part != Part::text || group_->beside_html) return;
  std::size_t* const left = group_->deleted  ? &left_.deleted
                            : group_->hidden ? &left_.hidden
                            : group_->struck ? &left_.struck
                                             : nullptr;
  // One stretch, in however many pieces the file writes it.
  const bool goes_on = left == std::exchange(leaving_, left);
  if (left != nullptr) {
    if (!goes_on) ++*left;
    return;
  }
  if (!builder_.is_open()) open_paragraph();
  builder_.add(text, group_->bold);
}

Place RtfBody::place_here() {
  Place place;
  if (group_->in_table && !std::exchange(in_table_, true)) {
    ++table_;
    row_ = 1;
    cell_ = 1;
  }
  if (in_table_) {
    place.table = table_;
    place.row = row_;
    place.cell = cell_;
  } else {
    place.paragraph = paragraphs_ + (inside_anchored_ ? 0 : 1);
  }
  return place;
}

void RtfBody::open_paragraph() {
  if (!group_->in_table && !inside_anchored_) in_table_ = false;
  const Place place = place_here();
  const RtfStyle& style = tables_.style(group_->style);
  BlockType type = in_table_ ? BlockType::cell : BlockType::paragraph;
  int level = 0;
  const int heading = group_->outline >= 0 && group_->outline < 9 ? group_->outline + 1 : style.heading;
  const bool list = group_->list > 0 && (marked_ || tables_.shows_mark(group_->list, group_->level));
  const bool marked = std::exchange(marked_, false) || list;
  if (heading > 0) {
    type = BlockType::heading;
    level = heading;
  } else if (marked || (inside_anchored_ && listed_)) {
    type = BlockType::item;
    level = group_->level + 1;
  } else if (style.quote && !in_table_) {
    type = BlockType::quote;
  }
  builder_.open(type, static_cast<std::uint8_t>(level), marked && type == BlockType::item,
                static_cast<std::uint16_t>(group_->indent));
  builder_.place(place);
  if (!inside_anchored_) listed_ = type == BlockType::item;
}

void RtfBody::end_paragraph() {
  const bool contents = tables_.style(group_->style).contents;
  if (contents && builder_.is_open()) builder_.drop();
  builder_.close();
  marked_ = false;
  if (!inside_anchored_ && !group_->in_table) in_table_ = false;
  if (!inside_anchored_ && !in_table_) ++paragraphs_;
  anchored();
}

void RtfBody::end_cell() {
  if (group_->in_table || in_table_) {
    if (!in_table_) place_here();
    builder_.close();
    marked_ = false;
    anchored();
    ++cell_;
    return;
  }
  end_paragraph();
}

void RtfBody::end_row() {
  builder_.close();
  if (in_table_) ++row_;
  cell_ = 1;
}

// Reads the notes and text boxes of the paragraph that has just ended.
void RtfBody::anchored() {
  if (inside_anchored_ || pending_.empty()) return;
  inside_anchored_ = true;
  const std::vector<Group> groups = std::move(groups_);
  const bool in_table = in_table_;
  for (const Anchored& each : std::exchange(pending_, {})) {
    Group group = each.group;
    group.style = group.list = 0;
    group.outline = 9;
    walk(each.begin, group);
    end_paragraph();
    in_table_ = in_table;
  }
  groups_ = groups;
  group_ = &groups_.back();
  inside_anchored_ = false;
}

}  // namespace peerscope
