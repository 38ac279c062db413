#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "a status is an int32_t");
_Static_assert(RAPPORTEUR_UBRK_WORD == UBRK_WORD && RAPPORTEUR_UBRK_SENTENCE == UBRK_SENTENCE, "ICU's own numbers");

#define STATUS(pointer) ((UErrorCode *)(pointer))

struct rapporteur_ubrk *rapporteur_ubrk_open(int type, const char *locale, int32_t *status) {
  return (struct rapporteur_ubrk *)ubrk_open((UBreakIteratorType)type, locale, NULL, 0, STATUS(status));
}
void rapporteur_ubrk_close(struct rapporteur_ubrk *iterator) { ubrk_close((UBreakIterator *)iterator); }
void rapporteur_ubrk_setUText(struct rapporteur_ubrk *iterator, struct rapporteur_utext *text, int32_t *status) {
  ubrk_setUText((UBreakIterator *)iterator, (UText *)text, STATUS(status));
}
int32_t rapporteur_ubrk_first(struct rapporteur_ubrk *iterator) { return ubrk_first((UBreakIterator *)iterator); }
int32_t rapporteur_ubrk_next(struct rapporteur_ubrk *iterator) { return ubrk_next((UBreakIterator *)iterator); }
struct rapporteur_utext *rapporteur_utext_openUTF8(const char *bytes, int64_t length, int32_t *status) {
  return (struct rapporteur_utext *)utext_openUTF8(NULL, bytes, length, STATUS(status));
}
void rapporteur_utext_close(struct rapporteur_utext *text) { utext_close((UText *)text); }
int rapporteur_u_success(int32_t status) { return U_SUCCESS((UErrorCode)status) ? 1 : 0; }

struct rapporteur_ucnv *rapporteur_ucnv_open(const char *name, int32_t *status) {
  return (struct rapporteur_ucnv *)ucnv_open(name, STATUS(status));
}
void rapporteur_ucnv_close(struct rapporteur_ucnv *converter) { ucnv_close((UConverter *)converter); }
int32_t rapporteur_ucnv_toUTF8(
    struct rapporteur_ucnv *converter, uint8_t *target, int32_t capacity, const uint8_t *source, int32_t length,
    int32_t *status) {
  return ucnv_toAlgorithmic(
      UCNV_UTF8, (UConverter *)converter, (char *)target, capacity, (const char *)source, length, STATUS(status));
}

struct rapporteur_ucsdet *rapporteur_ucsdet_open(int32_t *status) {
  return (struct rapporteur_ucsdet *)ucsdet_open(STATUS(status));
}
void rapporteur_ucsdet_close(struct rapporteur_ucsdet *detector) { ucsdet_close((UCharsetDetector *)detector); }
void rapporteur_ucsdet_setText(
    struct rapporteur_ucsdet *detector, const char *bytes, int32_t length, int32_t *status) {
  ucsdet_setText((UCharsetDetector *)detector, bytes, length, STATUS(status));
}
void rapporteur_ucsdet_enableInputFilter(struct rapporteur_ucsdet *detector, int filter) {
  ucsdet_enableInputFilter((UCharsetDetector *)detector, (UBool)filter);
}
const struct rapporteur_ucsdet_match **rapporteur_ucsdet_detectAll(
    struct rapporteur_ucsdet *detector, int32_t *count, int32_t *status) {
  return (const struct rapporteur_ucsdet_match **)ucsdet_detectAll((UCharsetDetector *)detector, count, STATUS(status));
}
const char *rapporteur_ucsdet_getName(const struct rapporteur_ucsdet_match *match, int32_t *status) {
  return ucsdet_getName((const UCharsetMatch *)match, STATUS(status));
}
int32_t rapporteur_ucsdet_getConfidence(const struct rapporteur_ucsdet_match *match, int32_t *status) {
  return ucsdet_getConfidence((const UCharsetMatch *)match, STATUS(status));
}

int32_t rapporteur_u_tolower(int32_t scalar) { return u_tolower(scalar); }
int8_t rapporteur_u_charType(int32_t scalar) { return u_charType(scalar); }
