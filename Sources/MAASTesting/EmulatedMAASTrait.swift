import Foundation
import Testing

/// Gives every test that has it a region of its own, which is `EmulatedMAAS.current` while the test runs.
///
///     @Suite(.emulatedMAAS) struct MachineTests { … }
///
/// On a suite it is meant for each of its tests, and each case of a test with arguments has its own region.
public struct EmulatedMAASTrait: SuiteTrait, TestTrait, TestScoping {
    fileprivate let make: @Sendable () throws -> EmulatedMAAS

    /// True: a suite's tests have it too.
    public var isRecursive: Bool { true }

    /// Starts the region, and lets go of it when the test is over.
    /// - Throws: what `EmulatedMAAS` throws, and the test's own errors.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await EmulatedMAAS.$current.withValue(make()) { try await function() }
    }
}

extension Trait where Self == EmulatedMAASTrait {
    /// A region made from the built-in lab.
    public static var emulatedMAAS: Self { .emulatedMAAS() }

    /// A region made from a fixture; the parameters are those of `EmulatedMAAS`.
    public static func emulatedMAAS(
        inventory: Data? = nil, version: String = "3.7", clock: String = "manual", seed: UInt64 = 1
    ) -> Self {
        Self { try EmulatedMAAS(inventory: inventory, version: version, clock: clock, seed: seed) }
    }
}
