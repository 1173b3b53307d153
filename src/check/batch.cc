// Many files through the checker: results in input order, one bad file stops no other.
#include "check/batch.h"

#include <iterator>
#include <utility>

#include "document/segment.h"
#include "match/reader.h"
#include "read/read.h"

namespace peerscope {

namespace {

void read_each(const FoundFile& file, const BatchOptions& options, const RuleSet& rules,
               const EachDocument& each) {
  ReadOptions reading = options.reading;
  if (options.kind_of) reading.kind = options.kind_of(file.path);
  reading.walked = file.walked;
  reading.is_word = [&](std::string_view word) { return word_id(rules.program, word) != 0; };
  read_file(file.path, reading, each);
}

}  // namespace

void check_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                const EachChecked& each) {
  for (const FoundFile& file : files) {
    read_each(file, options, checker.rules(), [&](Result<Document> document) {
      if (document) {
        each(checker.check(std::move(*document)));
      } else {
        each(tl::unexpected<Errors>(std::move(document.error())));
      }
    });
  }
}

Result<std::shared_ptr<const Copies>> read_copies(const RuleSet& rules, const std::vector<FoundFile>& files,
                                                  const BatchOptions& options) {
  const HeadingRoles headings(rules.headings);
  const auto copies = std::make_shared<Copies>();
  Errors errors;
  for (const FoundFile& file : files) {
    read_each(file, options, rules, [&](Result<Document> document) {
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
