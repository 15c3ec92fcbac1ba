/// Sums of what came from outside do not end the process: they stop at the bounds of the integer.
extension Sequence<Int> {
    /// The sum, or the nearest number that an integer holds.
    package var saturatedSum: Int { Int(clamping: reduce(Int128(0)) { $0 + Int128($1) }) }
}

extension Int {
    /// The difference, or the nearest number that an integer holds.
    package func saturatedMinus(_ other: Int) -> Int { Int(clamping: Int128(self) - Int128(other)) }
}
