import Formats
import Testing

@Suite("Fields of forms") struct FormFieldTests {
    @Test(
        arguments: [
            (FormField<Int>.absent, nil, false, 7, 7), (.empty, nil, true, 7, nil), (.value(3), 3, true, 3, 3),
        ] as [(FormField<Int>, Int?, Bool, Int, Int?)])
    func absentEmptyAndSentDiffer(field: FormField<Int>, value: Int?, isSent: Bool, or: Int, orKeep: Int?) {
        #expect(field.value == value)
        #expect(field.isSent == isSent)
        #expect(field.or(7) == or)
        #expect(field.orKeep(7) == orKeep)
        #expect(field.map { $0 + 1 }.value == value.map { $0 + 1 })
        #expect(field.map { $0 + 1 }.isSent == isSent)
    }
}
