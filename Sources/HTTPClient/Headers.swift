extension HTTPClient {
    /// Header fields in the order they were sent; names compare without regard to case.
    public struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
        /// One header line.
        public struct Field: Sendable, Equatable {
            /// Case does not matter.
            public var name: String
            /// Without the space around it.
            public var value: String
        }

        /// Every field, repeated ones too.
        public private(set) var all: [Field] = []

        /// No fields.
        public init() {}

        /// In the order they are written; a name that stands twice is sent twice.
        public init(dictionaryLiteral elements: (String, String)...) {
            all = elements.map { Field(name: $0.0, value: $0.1) }
        }

        /// The first value under `name`. Setting replaces every value; setting `nil` removes them.
        public subscript(_ name: String) -> String? {
            get { all.first { $0.name.lowercased() == name.lowercased() }?.value }
            set {
                all.removeAll { $0.name.lowercased() == name.lowercased() }
                if let newValue { append(name, newValue) }
            }
        }

        /// Adds a field behind those that are there, also of the same name.
        public mutating func append(_ name: String, _ value: String) {
            all.append(Field(name: name, value: value))
        }
    }
}
