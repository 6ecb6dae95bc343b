//! What is marked on which page.
