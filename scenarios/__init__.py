"""Packs: how they are read, checked, compiled and mended.

`checker.check` tells every mistake of a pack, `compiler.compile_pack` and `load_packs` make scenarios of the core,
`hashes.fingerprint` and `same_but_for_words` compare editions, `mender.mend` puts the French spaces right.
"""
