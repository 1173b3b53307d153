// init: a first configuration, and jobs for build servers.
#include <array>
#include <filesystem>

#include "base/whole_file.h"
#include "ci_templates.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "rules/suggest.h"

namespace peerscope {

namespace {

namespace fs = std::filesystem;

constexpr const char* kConfiguration =
    R"(# Settings of peerscope for this folder and all below it. Flags and PEERSCOPE_... variables win over them.
# Without a # at its beginning a line holds. All settings: man peerscope.

# Exit with 1 from this severity on: note, warning, error, critical or never.
fail-on: error

# What kind of text a file is, where the text itself does not tell. The first pattern that fits holds.
kinds:
  "**/jobs/**": job-description
  "**/notes/**": progress-note
  "**/policies/**": policy

# How much of a text a report shows: full, match (the flagged words alone) or none.
# excerpts: match

# A folder of rules of your own, added to those inside the program: peerscope rules new our-rules/first-rule.
# rules: [our-rules]

# What is demanded of an agency or a kind of document. The first row that fits holds; * stands for any letters.
# gates:
#   - {agency: north, kind: job-description, min-score: 70}
#   - {kind: job-description, min-score: 50, min-safeguards: 8}
#   - {kind: progress-note, fail-on: warning}

# Findings that are set aside where the file can hold no note, such as a Word file; each with its reason.
# ignore:
#   - file: "**/jobs/driver.docx"
#     rule: scope/driving
#     text: "drives members to court"
#     reason: "Agreed with members at the house meeting in March."
)";

struct Job {
  std::string_view name;
  std::string_view file;
  std::string_view text;
};
constexpr std::array kJobs{
    Job{"github", ".github/workflows/peerscope.yml", kGithubJob},
    Job{"gitlab", ".gitlab-ci.yml", kGitlabJob},
    Job{"jenkins", "Jenkinsfile", kJenkinsJob},
    Job{"pre-commit", ".pre-commit-config.yaml", kPreCommitHook},
};

Error mistake(std::string path, std::string message, std::string remedy) {
  Error error;
  error.path = std::move(path);
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

const Job* job_named(std::string_view name) {
  for (const Job& job : kJobs) {
    if (job.name == name) return &job;
  }
  return nullptr;
}

struct Planned {
  std::string file;
  std::string_view text;
};

}  // namespace

int run_init(const Desk& desk) {
  Errors errors;
  std::vector<Planned> planned;
  std::error_code failure;
  // Beside a configuration that is there, a job may still be added.
  if (desk.options.ci.empty() || !fs::exists(".peerscope.yaml", failure))
    planned.push_back({".peerscope.yaml", kConfiguration});
  if (!desk.options.arguments.empty())
    errors.push_back(mistake("", "init takes no argument.", "It writes into the working folder."));
  for (const std::string& name : desk.options.ci) {
    const Job* job = job_named(name);
    if (job == nullptr) {
      const std::string near = did_you_mean(name, {"github", "gitlab", "jenkins", "pre-commit"});
      errors.push_back(mistake("", "--ci does not know \"" + name + "\".",
                               near.empty() ? "It takes github, gitlab, jenkins and pre-commit." : near));
    } else {
      planned.push_back({std::string(job->file), job->text});
    }
  }
  for (const Planned& each : planned) {
    if (fs::exists(each.file, failure))
      errors.push_back(mistake(each.file, "exists already; nothing was written.",
                               "Move it away, or add to it by hand what examples/ci of peerscope shows."));
  }
  if (!errors.empty()) {  // all of it or nothing
    print_errors(desk.err, errors);
    return kFailed;
  }
  for (const Planned& each : planned) {
    if (const fs::path folder = fs::path(each.file).parent_path(); !folder.empty())
      fs::create_directories(folder, failure);
    const Result<void> written = write_atomically(each.file, each.text);
    if (!written) {
      print_errors(desk.err, written.error());
      return kFailed;
    }
    desk.err << "peerscope: wrote " << each.file << '\n';
  }
  return kFine;
}

}  // namespace peerscope
