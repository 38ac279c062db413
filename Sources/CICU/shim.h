#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

// ICU renames its functions by macros (`ubrk_open` is `ubrk_open_72`), and Swift sees no macros that take arguments.
// Each wrapper below is the function of the same name, nothing else.

static inline UBreakIterator *rapporteur_ubrk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline void rapporteur_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void rapporteur_ubrk_setUText(UBreakIterator *iterator, UText *text, UErrorCode *status) {
  ubrk_setUText(iterator, text, status);
}
static inline int32_t rapporteur_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t rapporteur_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t rapporteur_ubrk_getRuleStatus(UBreakIterator *iterator) {
  return ubrk_getRuleStatus(iterator);
}
static inline UText *rapporteur_utext_openUTF8(UText *text, const char *bytes, int64_t length, UErrorCode *status) {
  return utext_openUTF8(text, bytes, length, status);
}
static inline void rapporteur_utext_close(UText *text) { utext_close(text); }
static inline int rapporteur_u_success(UErrorCode status) { return U_SUCCESS(status) ? 1 : 0; }
static inline const char *rapporteur_u_errorName(UErrorCode status) { return u_errorName(status); }

static inline UConverter *rapporteur_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void rapporteur_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline const char *rapporteur_ucnv_getName(const UConverter *converter, UErrorCode *status) {
  return ucnv_getName(converter, status);
}
static inline void rapporteur_ucnv_convertEx(
    UConverter *to, UConverter *from, char **target, const char *targetLimit, const char **source,
    const char *sourceLimit, UChar *pivotStart, UChar **pivotSource, UChar **pivotTarget, const UChar *pivotLimit,
    UBool reset, UBool flush, UErrorCode *status) {
  ucnv_convertEx(to, from, target, targetLimit, source, sourceLimit, pivotStart, pivotSource, pivotTarget, pivotLimit,
                 reset, flush, status);
}

static inline UCharsetDetector *rapporteur_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void rapporteur_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void rapporteur_ucsdet_setText(
    UCharsetDetector *detector, const char *bytes, int32_t length, UErrorCode *status) {
  ucsdet_setText(detector, bytes, length, status);
}
static inline UBool rapporteur_ucsdet_enableInputFilter(UCharsetDetector *detector, UBool filter) {
  return ucsdet_enableInputFilter(detector, filter);
}
static inline const UCharsetMatch *rapporteur_ucsdet_detect(UCharsetDetector *detector, UErrorCode *status) {
  return ucsdet_detect(detector, status);
}
static inline const char *rapporteur_ucsdet_getName(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getName(match, status);
}
static inline int32_t rapporteur_ucsdet_getConfidence(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getConfidence(match, status);
}
static inline UChar32 rapporteur_u_tolower(UChar32 scalar) { return u_tolower(scalar); }
static inline int8_t rapporteur_u_charType(UChar32 scalar) { return u_charType(scalar); }
static inline const UCharsetMatch **rapporteur_ucsdet_detectAll(
    UCharsetDetector *detector, int32_t *count, UErrorCode *status) {
  return ucsdet_detectAll(detector, count, status);
}
static inline int32_t rapporteur_ucnv_toUTF8(
    UConverter *converter, uint8_t *target, int32_t capacity, const uint8_t *source, int32_t length,
    UErrorCode *status) {
  return ucnv_toAlgorithmic(UCNV_UTF8, converter, (char *)target, capacity, (const char *)source, length, status);
}
