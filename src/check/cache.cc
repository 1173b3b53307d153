// Entries of the cache: all of a Checked that is no text, behind a key and a checksum.
#include "check/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/sha256.h"
#include "document/kind.h"
#include "document/sections.h"
#include "rules/archive.h"

namespace peerscope {

// Structured bindings name all members of a struct: one that is added and forgotten here does not compile.
template <class A, Like<Span> T>
void transfer(A& archive, T& value) {
  auto& [begin, end] = value;
  archive(begin, end);
}

template <class A, Like<Place> T>
void transfer(A& archive, T& value) {
  auto& [line, column, page, paragraph, table, row, cell, field, inside] = value;
  archive(line, column, page, paragraph, table, row, cell, field, inside);
}

template <class A, Like<Origin> T>
void transfer(A& archive, T& value) {
  auto& [begin, place] = value;
  archive(begin, place);
}

template <class A, Like<Block> T>
void transfer(A& archive, T& value) {
  auto& [span, type, level, indent, bold, blank_before, marked] = value;
  archive(span, type, level, indent, bold, blank_before, marked);
}

template <class A, Like<IgnoreNote> T>
void transfer(A& archive, T& value) {
  auto& [rule, reason, offset, place] = value;
  archive(rule, reason, offset, place);
}

template <class A, Like<ReadingNote> T>
void transfer(A& archive, T& value) {
  auto& [message, incomplete, place] = value;
  archive(message, incomplete, place);
}

// The title is text; it is taken from the document again.
template <class A, Like<Section> T>
void transfer(A& archive, T& value) {
  auto& [title, role, parent, level, heading, stem] = value;
  archive(role, parent, level, heading, stem);
}

template <class A, Like<Word> T>
void transfer(A& archive, T& value) {
  auto& [span, folded, before, capital, all_capitals, digit] = value;
  archive(span, before, capital, all_capitals, digit);
}

template <class A, Like<Unit> T>
void transfer(A& archive, T& value) {
  auto& [span, type, section, item, depth, block, key_end, first_word, end_word] = value;
  archive(span, type, section, item, depth, block, key_end, first_word, end_word);
}

template <class A, Like<FiredCue> T>
void transfer(A& archive, T& value) {
  auto& [span, group] = value;
  archive(span, group);
}

template <class A, Like<Finding> T>
void transfer(A& archive, T& value) {
  // `known` is said by a baseline, after all this.
  auto& [rule, unit, span, status, effect, severity, confidence, suppressed, known, cues] = value;
  archive(rule, unit, span, status, effect, severity, confidence, suppressed, cues);
}

template <class A, Like<UnitResult> T>
void transfer(A& archive, T& value) {
  auto& [verdict, work, duty, repeats] = value;
  archive(verdict, work, duty, repeats);
}

template <class A, Like<Term> T>
void transfer(A& archive, T& value) {
  auto& [unit, finding, weight, risk] = value;
  archive(unit, finding, weight, risk);
}

template <class A, Like<Score> T>
void transfer(A& archive, T& value) {
  auto& [mean, low, high, strengths, risks, evidence_units, tier, barred, terms] = value;
  archive(mean, low, high, strengths, risks, evidence_units, tier, barred, terms);
}

template <class A, Like<SignCount> T>
void transfer(A& archive, T& value) {
  auto& [id, risk, strength] = value;
  archive(id, risk, strength);
}

template <class A, Like<SafeguardState> T>
void transfer(A& archive, T& value) {
  auto& [id, present, findings] = value;
  archive(id, present, findings);
}

template <class A, Like<Likeness> T>
void transfer(A& archive, T& value) {
  auto& [path, alike, duties] = value;
  archive(path, alike, duties);
}

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "peerscope cache 1\n";

// Notices what a crash or a full disk left, not what somebody made up.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data(), 8);
    sum = (sum ^ eight) * 0x9E3779B97F4A7C15U;
    sum ^= sum >> 29U;
  }
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return sum;
}

template <class A, Like<Checked> T>
void transfer_results(A& archive, T& value) {
  auto& [document, findings, units, score, signs, safeguards, work, likeness] = value;
  archive(document.kind, document.kind_recognised, document.notes, document.sections, document.words,
          document.units);
  archive(findings, units, score, signs, safeguards, work, likeness);
}

std::string path_of(const std::string& folder, const std::string& key) {
  return folder + '/' + key.substr(0, 2) + '/' + key.substr(2);
}

// The bytes of an entry; empty where there is none.
std::string read_entry(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return {};
  std::string bytes;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    bytes.resize(static_cast<std::size_t>(status.st_size));
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  ::close(descriptor);
  return bytes;
}

// Titles and folded words are text, and made again from the document's own.
void restore_text(Document& document) {
  fold_words(document);
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    Section& section = document.sections[i];
    section.title = i == 0 ? document.given_section : title_of(document.text, section.heading);
  }
}

// False: the entry is damaged, or of something else; `checked` is then of no use.
bool restore(std::string_view bytes, const std::string& key, Checked& checked) {
  const std::size_t head = kMagic.size() + key.size() + sizeof(std::uint64_t);
  if (bytes.size() < head || !bytes.starts_with(kMagic) || bytes.substr(kMagic.size(), key.size()) != key)
    return false;
  std::uint64_t sum = 0;
  std::memcpy(&sum, bytes.data() + kMagic.size() + key.size(), sizeof sum);
  if (checksum(bytes.substr(head)) != sum) return false;
  try {
    ArchiveReader archive(bytes.substr(head));
    transfer_results(archive, checked);
    if (!archive.at_end()) return false;
  } catch (const std::runtime_error&) {
    return false;
  }
  restore_text(checked.document);
  return true;
}

}  // namespace

Result<void> Cache::prepare() const {
  std::error_code failure;
  fs::create_directories(folder_, failure);
  if (!failure && ::access(folder_.c_str(), W_OK | X_OK) == 0) return {};
  Error error;
  error.path = folder_;
  error.message =
      std::string("cannot be used as a cache: ") + (failure ? failure.message() : std::strerror(errno));
  error.remedy = "Every document is checked. Name a folder that you may write to.";
  return fail(std::move(error));
}

std::string Cache::key_of(const Document& document) const {
  std::string bytes;
  ArchiveWriter archive(bytes);
  archive(identity_, document.kind, kind_by_folder(document.path), document.kind_recognised, document.format,
          document.given_section, document.text, document.origins, document.blocks, document.ignores,
          document.notes);
  Sha256 sha;
  sha.add(bytes);
  return sha.hex();
}

Checked Cache::check(const Checker& checker, Document document) const {
  const std::string key = key_of(document);
  const std::string entry = read_entry(path_of(folder_, key));
  if (!entry.empty()) {
    Checked checked;
    checked.document = document;  // kept: a damaged entry may have spoilt it
    if (restore(entry, key, checked)) return checked;
  }
  Checked checked = checker.check(std::move(document));
  write(key, checked);
  return checked;
}

void Cache::write(const std::string& key, const Checked& checked) const {
  std::string payload;
  ArchiveWriter archive(payload);
  transfer_results(archive, checked);
  const std::uint64_t sum = checksum(payload);
  std::string entry(kMagic);
  entry += key;
  entry.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  entry += payload;

  const std::string path = path_of(folder_, key);
  const std::string beside = path + '.' + std::to_string(::getpid()) + '.' + std::to_string(written_++);
  int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == ENOENT) {
    ::mkdir(path.substr(0, folder_.size() + 3).c_str(), 0700);
    descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  }
  // Nothing waits for the disk: what a crash leaves half written has the wrong checksum.
  const bool whole = descriptor >= 0 &&
                     ::write(descriptor, entry.data(), entry.size()) == static_cast<ssize_t>(entry.size());
  if (!whole) failure_ = errno == 0 ? ENOSPC : errno;
  if (descriptor >= 0) ::close(descriptor);
  if (whole && ::rename(beside.c_str(), path.c_str()) == 0) return;
  if (whole) failure_ = errno;
  ::unlink(beside.c_str());
}

}  // namespace peerscope
