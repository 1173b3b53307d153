// Many files through the checker: results in input order, one bad file stops no other.
#include "check/batch.h"

#include <cstdint>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include "base/interrupt.h"
#include "check/workers.h"
#include "document/segment.h"
#include "match/reader.h"
#include "read/read.h"

namespace peerscope {

Checked check_one(const Checker& checker, const BatchOptions& options, Document document) {
  return options.cache != nullptr ? options.cache->check(checker, std::move(document))
                                  : checker.check(std::move(document));
}

ReadOptions reading_of(const BatchOptions& options, const FoundFile& file, const RuleSet& rules) {
  ReadOptions reading = options.reading;
  if (options.kind_of) reading.kind = options.kind_of(file.path);
  reading.walked = file.walked;
  reading.is_word = [&rules](std::string_view word) { return word_id(rules.program, word) != 0; };
  return reading;
}

namespace {

constexpr std::uintmax_t kSmallFile =
    256U << 10U;  // bytes; less is checked sooner than workers are called together

bool needs_workers(const std::vector<FoundFile>& files) {
  if (files.size() != 1 || files.front().path == "-") return files.size() != 0;
  std::error_code failure;
  const auto size = std::filesystem::file_size(files.front().path, failure);
  return !failure && size > kSmallFile;
}

}  // namespace

bool digest_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                 const Digest& digest) {
  if (options.jobs > 1 && needs_workers(files)) return digest_with_workers(checker, files, options, digest);
  for (const FoundFile& file : files) {
    if (interrupted()) return false;
    ReadOptions reading = reading_of(options, file, checker.rules());
    reading.before_waiting = options.idle;
    read_file(file.path, reading, [&](Result<Document> document) {
      if (interrupted()) return;
      digest(document ? Result<Checked>(check_one(checker, options, std::move(*document)))
                      : Result<Checked>(tl::unexpected<Errors>(std::move(document.error()))))();
    });
  }
  return !interrupted();
}

bool check_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                const EachChecked& each) {
  return digest_each(checker, files, options, [&each](Result<Checked> checked) -> InOrder {
    return [&each, held = std::make_shared<Result<Checked>>(std::move(checked))] { each(std::move(*held)); };
  });
}

Result<std::shared_ptr<const Copies>> read_copies(const RuleSet& rules, const std::vector<FoundFile>& files,
                                                  const BatchOptions& options) {
  const HeadingRoles headings(rules.headings);
  const auto copies = std::make_shared<Copies>();
  Errors errors;
  for (const FoundFile& file : files) {
    read_file(file.path, reading_of(options, file, rules), [&](Result<Document> document) {
      if (!document) {
        std::move(document.error().begin(), document.error().end(), std::back_inserter(errors));
        return;
      }
      segment(*document, headings);
      copies->add(*document);
    });
  }
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return std::shared_ptr<const Copies>(copies);
}

Report check_files(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options) {
  Report report;
  report.rules = &checker.rules();
  check_each(checker, files, options, [&](Result<Checked> checked) {
    if (checked) {
      report.documents.push_back(std::move(*checked));
    } else {
      for (Error& error : checked.error()) report.errors.push_back(std::move(error));
    }
  });
  return report;
}

}  // namespace peerscope
