// An array of plain values that are its own, or that it borrows from bytes which stay where they are: the
// packs inside the program are used in place, so that a start costs no copy of them.
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace peerscope {

template <class T>
class Flat {
 public:
  Flat() = default;
  static Flat borrow(std::span<const T> values) {
    Flat flat;
    flat.borrowed_ = values.data();
    flat.borrowed_size_ = values.size();
    return flat;
  }

  // To fill it. What is borrowed cannot be changed, and is forgotten.
  std::vector<T>& edit() {
    borrowed_ = nullptr;
    return own_;
  }

  const T* data() const { return borrowed_ != nullptr ? borrowed_ : own_.data(); }
  std::size_t size() const { return borrowed_ != nullptr ? borrowed_size_ : own_.size(); }
  bool empty() const { return size() == 0; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size(); }
  const T& operator[](std::size_t at) const { return data()[at]; }
  const T& back() const { return data()[size() - 1]; }

  friend bool operator==(const Flat& a, const Flat& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::vector<T> own_;
  const T* borrowed_ = nullptr;
  std::size_t borrowed_size_ = 0;
};

}  // namespace peerscope
