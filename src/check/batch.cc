// Many files through the checker: results in input order, one bad file stops no other.
#include "check/batch.h"

#include <utility>

#include "read/read.h"

namespace peerscope {

void check_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                const EachChecked& each) {
  for (const FoundFile& file : files) {
    ReadOptions reading = options.reading;
    if (options.kind_of) reading.kind = options.kind_of(file.path);
    reading.walked = file.walked;
    read_file(file.path, reading, [&](Result<Document> document) {
      if (document) {
        each(checker.check(std::move(*document)));
      } else {
        each(tl::unexpected<Errors>(std::move(document.error())));
      }
    });
  }
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
