#ifndef RAPPORTEUR_CREPORT_H
#define RAPPORTEUR_CREPORT_H

#include <stddef.h>

/// One file of the folder Page, compiled into the binary.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
} RapporteurPageFile;

/// All files, in the order in which the page has them; `count` receives how many there are.
const RapporteurPageFile *_Nonnull rapporteur_page_files(size_t *_Nonnull count);

#endif
