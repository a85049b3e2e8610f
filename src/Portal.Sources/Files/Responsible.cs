namespace Portal.Sources.Files;

/// <summary>Tells units and posts from persons in 责任单位, as far as words go: who must act is a unit or a post, never a name (data.md §6).</summary>
internal static class Responsible
{
    private static readonly char[] Between = ['、', '，', '；', ';', ',', '/'];

    private static readonly string[] Units =
    [
        "局", "厅", "部", "委", "委员会", "办", "办公室", "室", "府", "政府", "处", "科", "股", "站", "所", "队", "组", "会", "社", "院", "园", "校", "学校", "小学", "中学", "完小", "附小", "附中", "初中", "高中", "教学点", "校区", "中心", "集团",
        "公司", "街道", "镇", "乡", "县", "区", "市", "省", "旗", "州", "单位", "部门", "机构", "年级", "班子", "食堂",
    ];

    private static readonly string[] Posts = ["长", "主任", "书记", "督学", "负责人", "专员", "校医", "管理员", "班主任"];

    // What may stand alone before 长 and the like: the post of a rank or of a unit, not a family name.
    private const string BeforePost = "副正总各原本该区县市省乡镇村局厅科处股站所校园院部组班会室州旗";

    // What a post is for. Before 主任 and the like stands one of these or a unit; anything else there may be a name.
    private static readonly string[] Duties =
    [
        "教务", "教导", "总务", "政教", "德育", "教学", "教研", "科研", "安全", "后勤", "财务", "食堂", "宿舍", "体育", "卫生", "信息", "图书", "图书馆", "实验室", "档案", "党务", "党总支", "党支部", "支部", "团委", "少先队", "工会",
        "分管", "主管", "主要", "直接", "相关", "有关", "具体", "责任", "专职", "兼职", "挂牌", "属地", "项目", "值班", "副", "班",
    ];

    /// <summary>True where every part names a unit or a post.</summary>
    public static bool IsUnitOrPost(string text)
    {
        foreach (string part in Outside(text).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Units.Any(u => part.EndsWith(u, StringComparison.Ordinal)) && !IsPost(part) && !IsNumbered(part))
            {
                return false;
            }
        }

        return true;
    }

    // 县一中, 第三小.
    private static bool IsNumbered(string part) => part.Length > 1 && part[^1] is '中' or '小' && "一二三四五六七八九十0123456789".Contains(part[^2], StringComparison.Ordinal);

    // 校长, 副校长, 青渡县教育局局长, 教务主任; not 王校长, 校长王某, 张三主任.
    private static bool IsPost(string part)
    {
        foreach (string post in Posts)
        {
            if (part.EndsWith(post, StringComparison.Ordinal))
            {
                string before = part[..^post.Length];
                return post.Length > 1
                    ? before.Length == 0 || (before.Length == 1 && BeforePost.Contains(before[0], StringComparison.Ordinal))
                        || (before.Length > 1 && (Units.Any(u => before.EndsWith(u, StringComparison.Ordinal)) || Duties.Any(d => before.EndsWith(d, StringComparison.Ordinal))))
                    : before.Length > 0 && BeforePost.Contains(before[^1], StringComparison.Ordinal) && (before.Length != 2 || BeforePost.Contains(before[0], StringComparison.Ordinal));
            }
        }

        return false;
    }

    // Words in brackets say more of the unit before them; a name may hide there too, so they are judged as a part of their own.
    private static string Outside(string text) => text.Replace('（', '、').Replace('）', '、').Replace('(', '、').Replace(')', '、').Replace("虚构", "", StringComparison.Ordinal);
}
