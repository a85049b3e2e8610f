namespace Portal.SampleData;

/// <summary>One school in one year: what a row of schools.csv says.</summary>
internal sealed class School
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required string Township { get; init; }

    /// <summary>办学类型, a code of GB/T 33782.</summary>
    public required string Type { get; init; }

    /// <summary>城乡类型, a code of GB/T 33782: 1xx city and town, 2xx village.</summary>
    public required string UrbanRural { get; init; }

    public required string Sponsor { get; init; }
    public string HostedBy { get; init; } = "";
    public string Address { get; init; } = "";
    public string OfficePhone { get; init; } = "";

    /// <summary>Numbers by raw column; a column that is not here is blank.</summary>
    public Dictionary<string, decimal> Raw { get; init; } = [];

    /// <summary>Words and markers (z, x, c) by raw column; an entry wins over a number, an empty one blanks it.</summary>
    public Dictionary<string, string> Words { get; init; } = [];

    public decimal this[string column]
    {
        get => Raw.GetValueOrDefault(column);
        set => Raw[column] = value;
    }

    public decimal Pupils(string stage) => this["pupils_" + stage];

    /// <summary>The same school with the same description but for a township given, its numbers copied.</summary>
    public School Copy(string? township = null) => new()
    {
        Id = Id, Name = Name, Place = Place, Township = township ?? Township, Type = Type, UrbanRural = UrbanRural, Sponsor = Sponsor,
        HostedBy = HostedBy, Address = Address, OfficePhone = OfficePhone, Raw = new(Raw), Words = new(Words),
    };
}

/// <summary>The columns of schools.csv in the order in which they are written, with their Chinese labels.</summary>
internal static class SchoolTable
{
    private static readonly (string Name, string Label)[] Described =
    [
        ("school", "学校标识码"), ("name", "学校名称"), ("place", "所在县代码"), ("township", "乡镇街道"), ("type", "办学类型"),
        ("urban_rural", "城乡类型"), ("sponsor", "举办者"), ("hosted_by", "附设于"), ("address", "地址"),
        ("office_phone", "办公电话"), ("teaching_language", "教学语言"),
    ];

    private static readonly (string Name, string Label)[] Raw =
    [
        ("pupils_primary", "小学在校生数"), ("pupils_junior", "初中在校生数"), ("pupils_senior", "高中在校生数"),
        ("classes_primary", "小学班数"), ("classes_junior", "初中班数"),
        ("teaching_area", "教学及辅助用房面积"), ("indoor_sports_area", "室内体育用房面积"), ("sports_area", "体育运动场馆面积"),
        ("equipment", "教学仪器设备值"), ("computers", "教学用计算机台数"), ("books", "图书册数"),
        ("multimedia_rooms", "网络多媒体教室数"), ("music_rooms", "音乐专用教室数"), ("music_room_area", "音乐专用教室面积"),
        ("art_rooms", "美术专用教室数"), ("art_room_area", "美术专用教室面积"), ("laboratories", "实验室数"), ("bandwidth", "接入互联网带宽"),
        ("teachers_primary", "小学专任教师数"), ("teachers_junior", "初中专任教师数"), ("posts", "核定编制数"),
        ("teachers_above_primary", "小学高于规定学历教师数"), ("teachers_above_junior", "初中高于规定学历教师数"),
        ("teachers_mid_primary", "小学中级及以上职称教师数"), ("teachers_mid_junior", "初中中级及以上职称教师数"),
        ("teachers_backbone_primary", "小学县级以上骨干教师数"), ("teachers_backbone_junior", "初中县级以上骨干教师数"),
        ("teachers_arts_sports_primary", "小学体育艺术专任教师数"), ("teachers_arts_sports_junior", "初中体育艺术专任教师数"),
        ("built_year", "建校年份"), ("boarders", "寄宿生数"), ("canteen", "食堂"), ("dormitory", "学生宿舍"), ("school_bus", "校车"),
    ];

    /// <summary>A header of field names or, as an office's export would have it, of Chinese labels; then one line a school.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<School> schools, bool chineseHeader = false)
    {
        (string Name, string Label)[] raw = [.. Raw, .. Relaxed.Columns.Where(c => schools.Any(s => s.Words.ContainsKey(c.Name)))];
        return schools.Select(s => Row(s, raw)).Prepend(Csv.Line(Described.Concat(raw).Select(c => chineseHeader ? c.Label : c.Name)));
    }

    private static string Row(School s, (string Name, string Label)[] raw) => Csv.Line(
        new[] { s.Id, s.Name, s.Place, s.Township, s.Type, s.UrbanRural, s.Sponsor, s.HostedBy, s.Address, s.OfficePhone, "国家通用语言文字" }
            .Concat(raw.Select(c => Cell(s, c.Name))));

    private static string Cell(School s, string column) =>
        s.Words.TryGetValue(column, out var word) ? word
        : s.Raw.TryGetValue(column, out var value) ? Csv.Number(value)
        : "";
}
