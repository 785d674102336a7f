#ifndef CCHISODEFINITIONS_H
#define CCHISODEFINITIONS_H

/// A definition file that was embedded into the binary. A list of them ends with a null `name`.
struct chiso_definition_file {
  const char *_Nullable name;
  const unsigned char *_Nullable bytes;
  unsigned long count;
} __attribute__((swift_name("EmbeddedDefinitionFile")));

#endif
