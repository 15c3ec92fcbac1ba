/// Sums of what came from outside do not end the process: they stop at the bounds of the integer.
extension Sequence<Int> {
    /// The sum, or the nearest number that an integer holds.
    @inlinable package var saturatedSum: Int {
        var sum: Int128 = 0
        for number in self { sum += Int128(number) }
        return Int(clamping: sum)
    }
}

extension Int {
    /// The difference, or the nearest number that an integer holds.
    package func saturatedMinus(_ other: Int) -> Int { Int(clamping: Int128(self) - Int128(other)) }
}
