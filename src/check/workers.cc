// One list of slots in input order; workers fill them in any order, the calling thread empties them from the
// front.
//
// Nothing waits for ever: the slot in front belongs to a worker who either fills it or, where it reads a
// stream, adds batches before it. Such a reader waits only while batches of its own are in the list, and
// checks batches itself meanwhile.
#include "check/workers.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

#include "base/interrupt.h"
#include "read/read.h"

namespace peerscope {

namespace {

constexpr std::size_t kBatchBytes = 64U << 10U;  // text of one batch of a stream
constexpr std::size_t kErrorBytes = 1U << 10U;   // as so much counts a record that cannot be read
constexpr std::size_t kHeldBytes = 32U << 20U;   // of finished documents that wait for their turn
constexpr std::size_t kSlotsAhead = 64;          // of files, for each worker
constexpr int kBatchesAhead = 4;                 // of one stream, for each worker

struct Slot {
  std::vector<Result<Document>> documents;  // still to be checked
  std::vector<InOrder> finished;
  std::size_t bytes = 0;     // of text
  int* of_stream = nullptr;  // counts the batches of a stream that are in the list
  bool done = false;
};
using Slots = std::list<Slot>;

class Workers {
 public:
  Workers(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
          const Digest& digest)
      : checker_(checker), files_(files), options_(options), digest_(digest) {}

  bool run() {
    std::vector<std::thread> threads;
    try {
      for (int i = 0; i < options_.jobs; ++i) threads.emplace_back([this] { work(); });
      empty_slots();
    } catch (...) {
      stop();
      for (std::thread& thread : threads) thread.join();
      throw;
    }
    stop();
    for (std::thread& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
    return !interrupted();
  }

 private:
  using Lock = std::unique_lock<std::mutex>;

  void stop() {
    const Lock lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  // The calling thread: runs what is finished, from the front.
  void empty_slots() {
    Lock lock(mutex_);
    while (!stopped_) {
      if (slots_.empty() && next_file_ == files_.size()) return;
      if (slots_.empty() || !slots_.front().done) {
        if (interrupted()) return;
        changed_.wait_for(lock, std::chrono::milliseconds(100));
        if (options_.idle) options_.idle();
        continue;
      }
      Slot slot = std::move(slots_.front());
      slots_.pop_front();
      held_ -= slot.bytes;
      if (slot.of_stream != nullptr) --*slot.of_stream;
      changed_.notify_all();
      lock.unlock();
      for (const InOrder& each : slot.finished) each();
      lock.lock();
    }
  }

  void work() {
    Lock lock(mutex_);
    try {
      while (!stopped_ && !interrupted()) {
        if (!batches_.empty()) {
          check_batch(lock);
        } else if (next_file_ < files_.size() && may_run_ahead()) {
          take_file(lock);
        } else if (next_file_ == files_.size() && readers_ == 0) {
          return;
        } else {
          changed_.wait(lock);
        }
      }
    } catch (...) {
      if (!lock.owns_lock()) lock.lock();
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  // The slot in front may always be filled, however much waits behind it.
  bool may_run_ahead() const {
    return slots_.empty() ||
           (held_ < kHeldBytes && slots_.size() < kSlotsAhead * static_cast<std::size_t>(options_.jobs));
  }

  void finish(Lock& lock, Slot& slot) {
    lock.lock();
    slot.done = true;
    held_ += slot.bytes;
    changed_.notify_all();
  }

  // A slot whose work was cut short is never done, so that nothing behind it is told either.
  bool check_all(Slot& slot) {
    for (Result<Document>& document : slot.documents) {
      if (interrupted()) return false;
      slot.finished.push_back(
          digest_(document ? Result<Checked>(check_one(checker_, options_, std::move(*document)))
                           : Result<Checked>(tl::unexpected<Errors>(std::move(document.error())))));
    }
    slot.documents.clear();
    return true;
  }

  void check_batch(Lock& lock) {
    Slot& slot = *batches_.front();
    batches_.pop_front();
    lock.unlock();
    if (!check_all(slot)) return lock.lock();
    finish(lock, slot);
  }

  void take_file(Lock& lock) {
    const FoundFile& file = files_[next_file_++];
    slots_.emplace_back();
    const auto end = std::prev(slots_.end());
    ++readers_;
    lock.unlock();
    int batches = 0;
    Slot batch;
    ReadOptions reading = reading_of(options_, file, checker_.rules());
    reading.before_waiting = [&] {
      if (!batch.documents.empty()) hand_over(std::exchange(batch, {}), end, batches);
    };
    read_file(file.path, reading, [&](Result<Document> document) {
      if (interrupted()) return;
      if (batch.bytes >= kBatchBytes) hand_over(std::exchange(batch, {}), end, batches);
      batch.bytes += document ? document->text.size() : kErrorBytes;
      batch.documents.push_back(std::move(document));
    });
    batch.done = false;
    // What is left, which of most files is all there is, is checked where it was read.
    if (check_all(batch)) {
      end->bytes = batch.bytes;
      end->finished = std::move(batch.finished);
      finish(lock, *end);
    } else {
      lock.lock();
    }
    while (batches > 0 && !stopped_) {  // the counter must outlive them
      if (batches_.empty())
        changed_.wait(lock);
      else
        check_batch(lock);
    }
    --readers_;
    changed_.notify_all();
  }

  void hand_over(Slot batch, Slots::iterator before, int& batches) {
    Lock lock(mutex_);
    while (batches >= kBatchesAhead * options_.jobs && !stopped_) {
      if (batches_.empty())
        changed_.wait(lock);
      else
        check_batch(lock);
    }
    ++batches;
    batch.of_stream = &batches;
    batches_.push_back(&*slots_.insert(before, std::move(batch)));
    changed_.notify_all();
  }

  const Checker& checker_;
  const std::vector<FoundFile>& files_;
  const BatchOptions& options_;
  const Digest& digest_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Slots slots_;
  std::deque<Slot*> batches_;  // slots whose documents nobody has taken yet
  std::size_t next_file_ = 0;
  std::size_t held_ = 0;
  int readers_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace

bool digest_with_workers(const Checker& checker, const std::vector<FoundFile>& files,
                         const BatchOptions& options, const Digest& digest) {
  return Workers(checker, files, options, digest).run();
}

}  // namespace peerscope
