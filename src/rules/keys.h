// Every key that a rule file may hold. The loader refuses all others; the JSON Schema for editors lists the
// same.
#pragma once
#include <array>
#include <string_view>

namespace peerscope {

inline constexpr std::array<std::string_view, 29> kRuleKeys{
    "id",         "title",    "kind",   "effect",    "severity",   "about",     "sign",    "work",
    "applies-to", "sections", "find",   "not",       "with",       "swaps",     "of",      "over",
    "negated",    "when",     "case",   "agent",     "confidence", "safeguard", "message", "why",
    "instead",    "source",   "covers", "contested", "examples"};
inline constexpr std::array<std::string_view, 3> kExamplesKeys{"flag", "pass", "strength"};
inline constexpr std::array<std::string_view, 3> kExampleKeys{"text", "section", "kind"};
inline constexpr std::array<std::string_view, 2> kPhraseKeys{"together", "regex"};
inline constexpr std::array<std::string_view, 10> kPackKeys{"id",       "title",       "version", "licence",
                                                            "language", "source",      "extends", "disable",
                                                            "severity", "not-assessed"};
inline constexpr std::array<std::string_view, 2> kNotAssessedKeys{"item", "why"};
inline constexpr std::array<std::string_view, 2> kClassKeys{"part", "words"};
inline constexpr std::array<std::string_view, 3> kInflectionKeys{"verbs", "nouns", "spellings"};
inline constexpr std::array<std::string_view, 5> kCueKeys{"id", "axis", "direction", "limit", "phrases"};
inline constexpr std::array<std::string_view, 3> kSectionKeys{"role", "contains", "unless"};
inline constexpr std::array<std::string_view, 5> kScalesKeys{"weights", "enough-units", "tiers", "signs",
                                                             "safeguards"};
inline constexpr std::array<std::string_view, 3> kTierKeys{"id", "title", "low-bound"};
inline constexpr std::array<std::string_view, 2> kSignKeys{"id", "title"};
inline constexpr std::array<std::string_view, 3> kSafeguardKeys{"id", "title", "sentence"};
inline constexpr std::array<std::string_view, 3> kCatalogueListKeys{"list", "source", "items"};
inline constexpr std::array<std::string_view, 6> kCatalogueItemKeys{"id",    "title",          "source",
                                                                    "rules", "not-assessable", "views"};
inline constexpr std::array<std::string_view, 2> kSourceKeys{"title", "link"};

}  // namespace peerscope
