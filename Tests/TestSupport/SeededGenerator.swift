import Foundation

/// Random numbers that differ from run to run and can be had again: the seed is printed with the test's name, and
/// `TEST_SEED=… script/test --filter NAME` repeats what failed.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(test: String = #function) {
        let wanted = ProcessInfo.processInfo.environment["TEST_SEED"].flatMap { UInt64($0) }
        let seed = wanted ?? UInt64.random(in: 0 ... .max)
        print("\(test): TEST_SEED=\(seed)")
        state = seed
    }

    /// The same numbers in every run; a test that has it names the seed where it fails.
    public init(seed: UInt64) { state = seed }

    /// A number from 0 up to `bound`.
    public mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
