// The module exists to link the system ICU; CICUShim includes its headers.
