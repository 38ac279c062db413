#pragma once
#include <stdint.h>

// What the library needs of ICU, without ICU's own headers: Foundation brings an ICU of another version, and where the
// compiler sees the enumerations of both it refuses. Each function is ICU's of the same name behind `rapporteur_`;
// `status` is ICU's UErrorCode, 0 before the first call.

struct rapporteur_ubrk;
struct rapporteur_utext;
struct rapporteur_ucnv;
struct rapporteur_ucsdet;
struct rapporteur_ucsdet_match;

// UBreakIteratorType
enum { RAPPORTEUR_UBRK_WORD = 1, RAPPORTEUR_UBRK_SENTENCE = 3 };

struct rapporteur_ubrk *rapporteur_ubrk_open(int type, const char *locale, int32_t *status);
void rapporteur_ubrk_close(struct rapporteur_ubrk *iterator);
void rapporteur_ubrk_setUText(struct rapporteur_ubrk *iterator, struct rapporteur_utext *text, int32_t *status);
int32_t rapporteur_ubrk_first(struct rapporteur_ubrk *iterator);
int32_t rapporteur_ubrk_next(struct rapporteur_ubrk *iterator);
struct rapporteur_utext *rapporteur_utext_openUTF8(const char *bytes, int64_t length, int32_t *status);
void rapporteur_utext_close(struct rapporteur_utext *text);
int rapporteur_u_success(int32_t status);

struct rapporteur_ucnv *rapporteur_ucnv_open(const char *name, int32_t *status);
void rapporteur_ucnv_close(struct rapporteur_ucnv *converter);
int32_t rapporteur_ucnv_toUTF8(
    struct rapporteur_ucnv *converter, uint8_t *target, int32_t capacity, const uint8_t *source, int32_t length,
    int32_t *status);

struct rapporteur_ucsdet *rapporteur_ucsdet_open(int32_t *status);
void rapporteur_ucsdet_close(struct rapporteur_ucsdet *detector);
void rapporteur_ucsdet_setText(struct rapporteur_ucsdet *detector, const char *bytes, int32_t length, int32_t *status);
void rapporteur_ucsdet_enableInputFilter(struct rapporteur_ucsdet *detector, int filter);
const struct rapporteur_ucsdet_match **rapporteur_ucsdet_detectAll(
    struct rapporteur_ucsdet *detector, int32_t *count, int32_t *status);
const char *rapporteur_ucsdet_getName(const struct rapporteur_ucsdet_match *match, int32_t *status);
int32_t rapporteur_ucsdet_getConfidence(const struct rapporteur_ucsdet_match *match, int32_t *status);

int32_t rapporteur_u_tolower(int32_t scalar);
int8_t rapporteur_u_charType(int32_t scalar);
