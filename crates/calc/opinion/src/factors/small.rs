//! Symmetric 3 × 3 matrices: an intercept and two factors.

pub(crate) type Vector3 = [f64; 3];

/// The upper triangle: 00, 01, 02, 11, 12, 22.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Matrix3(pub(crate) [f64; 6]);

impl Matrix3 {
    /// The inverse of a positive definite matrix.
    pub(crate) fn inverse(self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let (x, y, z) = (d * f - e * e, c * e - b * f, b * e - c * d);
        let scale = 1.0 / (a * x + b * y + c * z);
        Self([
            x * scale,
            y * scale,
            z * scale,
            (a * f - c * c) * scale,
            (b * c - a * e) * scale,
            (a * d - b * b) * scale,
        ])
    }

    pub(crate) fn times(self, v: Vector3) -> Vector3 {
        let [a, b, c, d, e, f] = self.0;
        [
            a * v[0] + b * v[1] + c * v[2],
            b * v[0] + d * v[1] + e * v[2],
            c * v[0] + e * v[1] + f * v[2],
        ]
    }

    pub(crate) fn scaled(self, by: f64) -> Self {
        Self(self.0.map(|value| value * by))
    }

    /// `self` and `v` v′ together: the second moment of what has mean `v` and covariance `self`.
    pub(crate) fn moment(self, v: Vector3) -> Self {
        let m = self.0;
        Self([
            m[0] + v[0] * v[0],
            m[1] + v[0] * v[1],
            m[2] + v[0] * v[2],
            m[3] + v[1] * v[1],
            m[4] + v[1] * v[2],
            m[5] + v[2] * v[2],
        ])
    }

    /// The trace of the product of two.
    pub(crate) fn trace_with(self, other: Self) -> f64 {
        let (m, o) = (self.0, other.0);
        m[0] * o[0] + m[3] * o[3] + m[5] * o[5] + 2.0 * (m[1] * o[1] + m[2] * o[2] + m[4] * o[4])
    }

    /// T `self` T′, where T = [1 s; 0 L′]: what becomes of the covariance of an intercept and
    /// loadings when standpoints are moved by `shift` and stretched by the lower triangle `l`.
    pub(crate) fn moved(self, shift: [f64; 2], [first, beside, second]: [f64; 3]) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [x, y] = shift;
        let (bx, cx) = (b + x * d + y * e, c + x * e + y * f);
        Self([
            a + 2.0 * (x * b + y * c) + x * x * d + 2.0 * x * y * e + y * y * f,
            first * bx + beside * cx,
            second * cx,
            first * first * d + 2.0 * first * beside * e + beside * beside * f,
            second * (first * e + beside * f),
            second * second * f,
        ])
    }
}
