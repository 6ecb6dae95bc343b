//! Pictures, compared.

use std::fs;
use std::path::Path;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage, imageops};

/// How far a channel may be off before a pixel counts as another, of 255. [`save`] takes up to 2 of it.
const CHANNEL: u8 = 10;

/// The share of pixels that may be others.
const SHARE: f64 = 0.0005;

/// Room around what is pictured, in pixels: shadows, outlines.
const MARGIN: f64 = 12.0;

/// The part of a picture within left, top, right and bottom, and a margin around it.
pub fn cut(whole: &RgbImage, [left, top, right, bottom]: [f64; 4]) -> RgbImage {
    let within = |place: f64, end: u32| place.clamp(0.0, f64::from(end)) as u32;
    let (x, y) = (within((left - MARGIN).floor(), whole.width()), within((top - MARGIN).floor(), whole.height()));
    let (right, bottom) = (within(right + MARGIN, whole.width()), within(bottom + MARGIN, whole.height()));
    imageops::crop_imm(whole, x, y, right - x, bottom - y).to_image()
}

/// Writes a picture in few bytes: in steps of 5 a channel.
pub fn save(picture: &RgbImage, file: &Path) {
    let mut coarse = picture.clone();
    coarse.pixels_mut().for_each(|Rgb(channels)| *channels = channels.map(|value| (value / 5 + value % 5 / 3) * 5));
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter)
        .write_image(&coarse, coarse.width(), coarse.height(), ExtendedColorType::Rgb8)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Where two pictures differ, if they do: the share of pixels that are others, and both beside each other with a third
/// on which those are red.
///
/// A pixel is another where in neither direction there is one like it, itself or next to it, in the other picture: edges of
/// letters may be a hair's breadth off. Two pictures differ in more than [`SHARE`] of their pixels, or in size.
pub fn differences(agreed: &RgbImage, now: &RgbImage) -> Option<(f64, RgbImage)> {
    let (width, height) = (agreed.width().max(now.width()), agreed.height().max(now.height()));
    let mut shown = RgbImage::from_pixel(3 * width, height, Rgb([128; 3]));
    imageops::replace(&mut shown, agreed, 0, 0);
    imageops::replace(&mut shown, now, width.into(), 0);
    let mut others = 0;
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let is_other = !is_like(agreed, now, x, y) || !is_like(now, agreed, x, y);
        others += u32::from(is_other);
        let pale = now.get_pixel_checked(x, y).map_or([128; 3], |Rgb(pixel)| pixel.map(|value| 192 + value / 4));
        shown.put_pixel(2 * width + x, y, Rgb(if is_other { [255, 0, 0] } else { pale }));
    }
    let share = f64::from(others) / f64::from(width * height);
    (share > SHARE || agreed.dimensions() != now.dimensions()).then_some((share, shown))
}

/// Whether a pixel of one picture is like one of another at the same place or next to it.
fn is_like(one: &RgbImage, other: &RgbImage, x: u32, y: u32) -> bool {
    let Some(Rgb(pixel)) = one.get_pixel_checked(x, y) else { return false };
    let around = |at: u32| at.saturating_sub(1)..=at + 1;
    around(y).flat_map(|y| around(x).map(move |x| (x, y))).any(|(x, y)| {
        let near = other.get_pixel_checked(x, y);
        near.is_some_and(|Rgb(near)| pixel.iter().zip(near).all(|(a, b)| a.abs_diff(*b) <= CHANNEL))
    })
}
