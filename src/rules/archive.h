// Plain data as bytes and back: one `transfer` per struct describes both directions.
#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "rules/flat.h"

namespace peerscope {

// T is S or const S: a `transfer` that is written once reads and writes.
template <class T, class S>
concept Like = std::same_as<std::remove_const_t<T>, S>;

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

// Where a flat array begins: a multiple of this from the first byte on.
inline constexpr std::size_t kAlignment = 8;

// Whole arrays of these are used as they lie: no padding whose bytes would differ from build to build.
template <class T>
concept WholeBytes = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

class ArchiveWriter {
 public:
  explicit ArchiveWriter(std::string& out) : out_(out) {}

  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

  // Values that a reader may pass over as a whole.
  template <class... T>
  void detail(const T&... values) {
    const std::size_t size_at = out_.size();
    count(0);
    (put(values), ...);
    const auto size = static_cast<std::uint32_t>(out_.size() - size_at - sizeof(std::uint32_t));
    std::memcpy(out_.data() + size_at, &size, sizeof size);
  }

 private:
  void bytes(const void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }
  void count(std::size_t size) {
    const auto small = static_cast<std::uint32_t>(size);
    bytes(&small, sizeof small);
  }

  template <Plain T>
  void put(const T& value) {
    bytes(&value, sizeof value);
  }
  void put(const std::string& text) {
    count(text.size());
    bytes(text.data(), text.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    count(values.size());
    for (const T& value : values) put(value);
  }
  template <WholeBytes T>
  void put(const Flat<T>& values) {
    static_assert(alignof(T) <= kAlignment);
    count(values.size());
    out_.resize((out_.size() + kAlignment - 1) / kAlignment * kAlignment);
    bytes(values.data(), values.size() * sizeof(T));
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& values) {
    for (const T& value : values) put(value);
  }
  template <class K, class V>
  void put(const std::map<K, V>& values) {
    count(values.size());
    for (const auto& [key, value] : values) {
      put(key);
      put(value);
    }
  }
  template <class T>
  void put(const T& value) {
    transfer(*this, value);
  }

  std::string& out_;
};

// Throws std::runtime_error where the bytes end too early: they are no image then. Flat arrays borrow the
// bytes, which must outlive them and begin at a multiple of kAlignment.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes, bool with_details = true)
      : rest_(bytes), with_details_(with_details) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  template <class... T>
  void detail(T&... values) {
    ArchiveReader inner(take(count(1)));
    if (!with_details_) return;
    inner(values...);
    if (!inner.at_end()) throw std::runtime_error("a detail of the rule image goes on after its end");
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw std::runtime_error("the rule image ends too early");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  void bytes(void* data, std::size_t size) {
    if (const std::string_view taken = take(size); size > 0) std::memcpy(data, taken.data(), size);
  }
  // How many values follow, each of which takes `least` bytes or more: a damaged count must not ask for all
  // memory.
  std::size_t count(std::size_t least) {
    std::uint32_t size = 0;
    bytes(&size, sizeof size);
    if (size > rest_.size() / least) throw std::runtime_error("the rule image ends too early");
    return size;
  }

  template <Plain T>
  void get(T& value) {
    bytes(&value, sizeof value);
  }
  void get(std::string& text) { text.assign(take(count(1))); }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count(1));
    for (T& value : values) get(value);
  }
  template <WholeBytes T>
  void get(Flat<T>& values) {
    const std::size_t size = count(sizeof(T));
    const auto past = reinterpret_cast<std::uintptr_t>(rest_.data()) % kAlignment;
    take(past == 0 ? 0 : kAlignment - past);
    const std::string_view taken = take(size * sizeof(T));
    values = Flat<T>::borrow({reinterpret_cast<const T*>(taken.data()), size});
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (T& value : values) get(value);
  }
  template <class K, class V>
  void get(std::map<K, V>& values) {
    values.clear();
    for (std::size_t left = count(1); left > 0; --left) {
      K key;
      get(key);
      get(values[key]);
    }
  }
  template <class T>
  void get(T& value) {
    transfer(*this, value);
  }

  std::string_view rest_;
  bool with_details_;
};

}  // namespace peerscope
