import Formats
import Testing

@Suite("Saturation") struct SaturationTests {
    @Test(arguments: [
        (0.0, 0), (1.9, 1), (-1.9, -1), (1e300, Int.max), (-1e300, Int.min), (.infinity, .max), (.nan, 0),
        (0x1p63, .max), (-0x1p63, .min),
    ])
    func numbersStayWithinBounds(number: Double, expected: Int) { #expect(Int(saturating: number) == expected) }

    @Test func sumsAndProductsStayWithinBounds() {
        for left in [Int.min, -3, 0, 5, Int.max] {
            for right in [Int.min, -2, 0, 7, Int.max] {
                // What wider numbers say, cut to the bounds.
                let sum = Int128(left) + Int128(right)
                let product = Int128(left) * Int128(right)
                #expect(Int128(left.addingSaturating(right)) == min(max(sum, Int128(Int.min)), Int128(Int.max)))
                #expect(
                    Int128(left.multipliedSaturating(by: right)) == min(max(product, Int128(Int.min)), Int128(Int.max)))
            }
        }
    }
}
