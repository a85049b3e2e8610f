using System.Globalization;
using System.Text;

namespace Portal.Sources.Files;

/// <summary>What is refused by name (data.md §6): examination results, rates of promotion, rankings; columns of personal data.</summary>
internal static class Forbidden
{
    private static readonly string[] ExamWords =
        ["升学率", "考试成绩", "中考成绩", "中考平均", "会考成绩", "统考成绩", "高考", "排名", "名次", "平均分", "上线率", "重点率", "一本率", "录取率", "状元", "升学比例", "升学人数", "中考分", "中考上线", "考试分数", "期末成绩", "月考成绩", "摸底成绩", "本科率", "优生率", "尖子生", "清北"];

    private static readonly string[] ExamTokens = ["exam", "exams", "gaokao", "zhongkao", "ranking", "rankings", "testscores", "examscores", "shengxuelv", "shengxuelü"];

    private static readonly string[] PersonWords =
        ["身份证", "证件号", "手机", "姓名", "电子邮箱", "邮箱", "微信号", "家庭住址", "出生日期", "学籍号", "教师证号", "资格证号"];

    private static readonly string[] PersonTokens = ["idcard", "mobile", "surname", "email", "birthday", "birthdate"];

    private static readonly string[] PersonNames = ["teacher_name", "student_name", "pupil_name", "head_name", "principal_name", "teacher_names", "full_name", "id_card", "id_number"];

    /// <summary>True where the words name an examination result or a ranking.</summary>
    public static bool IsExam(string words) => Holds(words, ExamWords, ExamTokens);

    /// <summary>True where a header names personal data.</summary>
    public static bool IsPersonal(string header) => Holds(header, PersonWords, PersonTokens) || Array.IndexOf(PersonNames, header.ToLowerInvariant().Replace('-', '_')) >= 0;

    // Full-width letters and blanks between characters hide nothing.
    private static bool Holds(string written, string[] words, string[] tokens)
    {
        string text = written.Normalize(NormalizationForm.FormKC);
        string close = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.DashPunctuation)));
        foreach (string word in words)
        {
            if (close.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (string token in text.ToLowerInvariant().Split(['-', '_', ' ', '.']))
        {
            if (Array.IndexOf(tokens, token) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
