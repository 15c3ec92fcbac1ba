import MAASTesting
import Testing

/// The code of docs/recipes/swift-testing.md, word for word, so that it compiles and runs with every test run.
// The recipe's code begins here.
@Suite(.emulatedMAAS) struct MachineTests {
    @Test func aMachineIsDeployed() throws {
        let maas = try #require(EmulatedMAAS.current)
        // Point your client at maas.endpoint with maas.adminKey. Time stands still until the test moves it:
        try maas.advance(seconds: 60)
        #expect(maas.endpoint.hasPrefix("http://127.0.0.1:"))
        #expect(maas.adminKey.split(separator: ":").count == 3)
    }
}

@Test func twoRegionsAtOnce() throws {
    let (one, other) = (try EmulatedMAAS(version: "3.4"), try EmulatedMAAS(version: "3.7"))
    #expect(one.endpoint != other.endpoint)
}
// The recipe's code ends here.
