//! Reading small notations (dates, durations, offsets) byte by byte.

/// What is left of a text.
pub(super) struct Cursor<'t>(&'t [u8]);

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    /// The next byte, taken.
    pub(super) fn next(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    /// Takes the next byte if it is this one.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.0.first() == Some(&byte);
        if is_next {
            self.next();
        }
        is_next
    }

    /// Takes exactly so many digits: a number up to `most`.
    pub(super) fn number(&mut self, digits: usize, most: u16) -> Option<u16> {
        let mut number = 0;
        for _ in 0..digits {
            let byte = self.next().filter(u8::is_ascii_digit)?;
            number = number * 10 + u16::from(byte - b'0');
        }
        (number <= most).then_some(number)
    }

    /// Takes all digits that follow; gives how many.
    pub(super) fn skip_digits(&mut self) -> usize {
        let mut count = 0;
        while self.0.first().is_some_and(u8::is_ascii_digit) {
            self.next();
            count += 1;
        }
        count
    }

    /// Takes a whole number of at most nine digits, all that follow.
    pub(super) fn whole(&mut self) -> Option<u32> {
        if !(1..=9).contains(&Self(self.0).skip_digits()) {
            return None;
        }
        let mut number = 0;
        while let Some(digit) = self.0.first().filter(|byte| byte.is_ascii_digit()) {
            number = number * 10 + u32::from(digit - b'0');
            self.next();
        }
        Some(number)
    }

    /// Takes an offset from UTC, `Z` or `±hh:mm`, if one follows: minutes ahead. `None` where what follows begins
    /// like one and is none.
    pub(super) fn offset(&mut self) -> Option<Option<i16>> {
        if self.eat(b'Z') {
            return Some(Some(0));
        }
        let behind = self.eat(b'-');
        if !behind && !self.eat(b'+') {
            return Some(None);
        }
        let hours = self.number(2, 23)?;
        self.next().filter(|byte| *byte == b':')?;
        let minutes = (hours * 60 + self.number(2, 59)?) as i16;
        Some(Some(if behind { -minutes } else { minutes }))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
