/// A statement about lists of ids, written out once for lists of one id and once for longer ones. Where it is put together
/// for each call, SQLite's statement has to be looked for by its text, and not by where that lies.
struct ListSQL {
    private let one: String
    private let several: String

    /// - Parameter make: the statement, given what stands after `IN` for the argument of a name, such as `?1`.
    init(_ make: (_ list: (String) -> String) -> String) {
        one = make { IDs.list($0, ofSeveral: false) }
        several = make { IDs.list($0, ofSeveral: true) }
    }

    /// The statement whose argument these ids are.
    subscript(_ ids: IDs) -> String { ids.areSeveral ? several : one }

    /// The statement whose arguments these are; for one id the longer form is right as well.
    subscript(_ ids: IDs, _ others: IDs, _ more: IDs) -> String {
        ids.areSeveral || others.areSeveral || more.areSeveral ? several : one
    }
}
