import Formats
import Testing

@Suite("Parameters") struct ParametersTests {
    @Test func orderAndRepetitionAreKept() {
        let parameters = Parameters(urlencoded: "a=1&b=x+y%26&a=2&c&=z&%zz=%41&&d=e=f")
        #expect(parameters.pairs.map(\.name) == ["a", "b", "a", "c", "", "%zz", "d"])
        #expect(parameters["a"] == "2")
        #expect(parameters.all("a") == ["1", "2"])
        #expect(parameters["b"] == "x y&")
        #expect(parameters["c"] == "")
        #expect(parameters["%zz"] == "A")
        #expect(parameters["d"] == "e=f")
        #expect(parameters["e"] == nil)
        #expect(parameters.names == ["a", "b", "c", "", "%zz", "d"])
    }

    @Test func whatWasNotAskedForIsKnown() {
        let parameters = Parameters(urlencoded: "a=1&b=2&a=3&c=4")
        _ = parameters["a"]
        #expect(parameters.unread == ["b", "c"])
        #expect(parameters.contains("b"))
        parameters.remove("c")
        #expect(parameters.unread.isEmpty)
        #expect(!parameters.contains("c"))
    }
}
