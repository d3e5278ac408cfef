"""Proof that Kembar does what it says, on real files, real SQLite and a real offscreen Qt."""
